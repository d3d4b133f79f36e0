/** Tells whether something thrown can be read as an error; those of another realm are no instances of this one's `Error`. */
export function isErrorLike(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && typeof (value as { message?: unknown }).message === 'string';
}

/**
 * Why something failed, in one line. Node's `fetch` says only "fetch failed"; why stands in its cause.
 *
 * @param error - What was thrown: an error, or anything else.
 */
export function reasonOf(error: unknown): string {
  const reasons: string[] = [];
  let inner = error;
  // Two causes down is deep enough, and ends for an error that is its own cause.
  for (; isErrorLike(inner) && reasons.length < 3; inner = inner.cause)
    reasons.push(excerpt(inner.message) || String((inner as { code?: unknown }).code ?? inner.name));
  if (reasons.length === 0) return typeof error === 'object' ? 'no reason was given' : excerpt(String(error));
  return reasons.map((reason, level) => (level === 0 ? reason : `(${reason})`)).join(' ');
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
    .replaceAll(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

/**
 * Lists what is wrong with a payload: where, and what.
 *
 * @param problems - A list of `{ pointer, message }`; what is of another form is left out.
 */
export function listProblems(problems: unknown): string {
  if (!Array.isArray(problems)) return '';
  const known: (Error & { readonly pointer?: unknown })[] = problems.filter(isErrorLike);
  return known
    .map(({ pointer, message }) => `${(typeof pointer === 'string' && pointer) || 'the whole'}: ${message}`)
    .join(' ');
}
