/** Why a text is no regular expression; `undefined` where it is one. */
export function syntaxProblem(pattern: string): string | undefined {
  try {
    RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*\/u?: /s, '') : 'unknown reason';
  }
}
