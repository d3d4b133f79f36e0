/** Whether something thrown can be read as an error; those of another realm are no instances of this one's `Error`. */
export function isErrorLike(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && typeof (value as { message?: unknown }).message === 'string';
}

/**
 * Why something failed, in one line. Node's `fetch` says only "fetch failed"; why stands in its cause.
 *
 * @param error - What was thrown: an error, or anything else.
 * @param depth - How many causes down are read: an error may be its own cause.
 */
export function reasonOf(error: unknown, depth = 2): string {
  if (!isErrorLike(error)) return typeof error === 'object' ? 'no reason was given' : excerpt(String(error));
  const { message, cause, name, code } = error as Error & { readonly code?: unknown };
  const reason = excerpt(message) || String(code ?? name);
  return depth > 0 && isErrorLike(cause) ? `${reason} (${reasonOf(cause, depth - 1)})` : reason;
}

/**
 * One line of at most 200 characters, without control characters, which would let a foreign text write lines of its own into
 * a log, or colour a terminal.
 *
 * @param text - Any text.
 */
export function excerpt(text: string): string {
  // Cut first: the rest of a long text is not worth a search.
  const line = text
    .slice(0, 2_000)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

/**
 * Lists what is wrong with a payload: where, and what, each as an excerpt, since names in a payload have any length.
 *
 * @param problems - A list of `{ pointer, message }`; what is of another form is left out.
 */
export function listProblems(problems: unknown): string {
  if (!Array.isArray(problems)) return '';
  const known: (Error & { readonly pointer?: unknown })[] = problems.filter(isErrorLike);
  return known
    .map(({ pointer, message }) => excerpt(`${(typeof pointer === 'string' && pointer) || 'the whole'}: ${message}`))
    .join(' ');
}
