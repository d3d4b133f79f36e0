const bracket =
  'What starts with this bracket does not end with one before the next key: add ] or }, and indent the lines between.';
const indentation = 'This is indented unlike its siblings: align it with them.';
const bracketIndent = 'Lines between brackets are indented deeper than the key before them: indent this one.';
const unexpected =
  'This is not expected here: put the whole text in quotes, or look for a missing quote, bracket, comma or colon before it.';

/** What the yaml library's error codes mean, and what to do; `OVER_INDENTED` is one of this program. */
const messages: Readonly<Record<string, string | ((message: string, hasOpenBracket: boolean) => string)>> = {
  BAD_DQ_ESCAPE: 'There is no such escape in double quotes: write \\\\ for a backslash, or use single quotes.',
  BAD_INDENT: (message, hasOpenBracket) => {
    if (!message.startsWith('Flow')) return indentation;
    return hasOpenBracket ? bracket : bracketIndent;
  },
  BAD_SCALAR_START: 'A text cannot start with this character: put the text in quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'A text that holds ": " needs quotes, and a mapping starts on a line of its own: add quotes, or a line break and two spaces.',
  BLOCK_IN_FLOW:
    'Inside [ ] and { } there are no indented lists and mappings: add the comma that is missing before this, or write brackets here too.',
  KEY_OVER_1024_CHARS: 'A key has at most 1,024 characters: shorten it, or look for a missing line break.',
  MISSING_CHAR: (message) => {
    if (message.startsWith('Missing closing')) return 'This text has no closing quote: add one.';
    if (message.startsWith('Flow')) return bracket;
    if (message.startsWith('Missing ,')) return 'A comma is missing here: add it between the items.';
    return 'A key needs a colon and a space behind it: write "key: value".';
  },
  MULTILINE_IMPLICIT_KEY: 'A key stands on one line, with a colon and a space behind it.',
  MULTIPLE_DOCS: 'A file holds one document: remove this line and what follows it.',
  OVER_INDENTED: indentation,
  NON_STRING_KEY: 'A key is a text: put it in quotes.',
  TAB_AS_INDENT: 'YAML is indented with spaces: replace the tab.',
};

/** Mistakes after which the rest of a text is read otherwise than it was meant. */
export const structuralCodes: ReadonlySet<string> = new Set(
  'BAD_INDENT IMPOSSIBLE MISSING_CHAR MULTILINE_IMPLICIT_KEY OVER_INDENTED TAB_AS_INDENT UNEXPECTED_TOKEN'.split(' '),
);

/** Says what an error of the yaml library means, by its code and message, and what to do. */
export function yamlMessage(code: string, message: string, hasOpenBracket: boolean): string {
  const found = Object.hasOwn(messages, code) ? messages[code] : undefined;
  return typeof found === 'function' ? found(message, hasOpenBracket) : (found ?? unexpected);
}
