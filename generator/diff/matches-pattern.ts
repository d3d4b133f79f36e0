const expressions = new Map<string, RegExp | undefined>();

/** Whether a name matches a pattern (JSON Schema Core 2020-12, section 6.4); one that is no regular expression matches nothing. */
export function matchesPattern(pattern: string, text: string): boolean {
  if (!expressions.has(pattern)) expressions.set(pattern, compile(pattern));
  return expressions.get(pattern)?.test(text) === true;
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}
