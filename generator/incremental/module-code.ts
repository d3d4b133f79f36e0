/** A doc comment that begins a line, where no string or template is open: what is behind its end belongs to the code. */
const docComment = /^[ \t]*\/\*\*(?!\/)[\s\S]*?\*\/(?:[ \t]*\r?\n)?/gm;

/** What lets a line begin inside a text: a template literal, a string that goes on in the next line, or a rare line break. */
const openText = /[`\u2028\u2029]|\\\r?$/m;

/**
 * A module without its doc comments: what a compiler judges of it. Where one is not surely a comment, or could tell a
 * compiler what to do, all of the module counts.
 *
 * @param text - The text of a module.
 */
export function moduleCode(text: string): string {
  const code = text.replaceAll(docComment, (comment) => (comment.includes('@ts-') ? comment : ''));
  return openText.test(code) ? text : code;
}
