import type { Document, Node, YAMLError } from 'yaml';
import { maxDepth } from '../limits.js';
import type { TextRange } from '../diagnostics/diagnostic.js';
import type { YamlProblem } from './source.js';
import { SyntaxMarks } from './syntax-marks.js';
import { yamlLibrary } from './yaml-library.js';
import { structuralCodes, yamlMessage } from './yaml-messages.js';

/** A text as YAML nodes, and what is wrong with its syntax. */
export interface ComposedYaml {
  /** Root of the first document; `null` where the text holds none. */
  readonly root: Node | null;
  readonly problems: readonly YamlProblem[];
}

/** Problems of one text that are reported. */
export const maxProblems = 100;

/** A mistake as the yaml library reports it. */
type Mistake = Pick<YAMLError, 'message' | 'pos'> & { readonly code: string };

/** The library checks for duplicate keys in time by the square of their number; `null:` and `1:` stay texts. */
const options = { stringKeys: true, uniqueKeys: false, prettyErrors: false, version: '1.2', strict: true } as const;

/** Reads a text as YAML. The library composes recursively, so the nesting is measured while the text is still tokens. */
export function composeYaml(text: string): ComposedYaml {
  const { Composer, Lexer, Parser } = yamlLibrary();
  const parser = new Parser();
  const composer = new Composer(options);
  const documents: Document<Node>[] = [];
  const marks = new SyntaxMarks();
  for (const lexeme of new Lexer().lex(text)) {
    marks.add(lexeme, parser.offset);
    const start = parser.offset;
    for (const token of parser.next(lexeme)) documents.push(...(composer.next(token) as Iterable<Document<Node>>));
    if (parser.stack.length > maxDepth + 2) {
      const message = `This is nested deeper than ${maxDepth} levels: define a part of it in $defs or types/ and refer to it with $ref.`;
      return { root: null, problems: [{ range: [start, start + 1], message }] };
    }
  }
  for (const token of parser.end()) documents.push(...(composer.next(token) as Iterable<Document<Node>>));
  documents.push(...(composer.end(true, text.length) as Iterable<Document<Node>>));
  const [document, second] = documents;
  const root = document?.contents ?? null;
  // What is not supported may change how the rest is read.
  if (marks.problems.length > 0) return { root, problems: marks.problems.slice(0, maxProblems) };
  const mistakes: Mistake[] = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
  const [start = 0] = second?.range ?? [];
  if (second !== undefined) mistakes.push({ code: 'MULTIPLE_DOCS', message: '', pos: [start, start + 3] });
  return { root, problems: problemsOf(mistakes, text, marks).slice(0, maxProblems) };
}

/** The offsets of a node's text; at least one character, so that there is something to point at. */
export function rangeOf(node: unknown): TextRange | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], Math.max(range[1], range[0] + 1)] : undefined;
}

/** One problem a line, and none behind a mistake in the structure, after which a text is read otherwise than meant. */
function problemsOf(mistakes: readonly Mistake[], text: string, marks: SyntaxMarks): YamlProblem[] {
  const problems = new Map<number, YamlProblem>();
  for (const mistake of withoutFollowUps(mistakes.toSorted((a, b) => a.pos[0] - b.pos[0]))) {
    const { code, message } = mistake;
    // A line behind a mistake may be indented right for what was meant.
    const isIndentation = code === 'OVER_INDENTED' || (code === 'BAD_INDENT' && !message.startsWith('Flow'));
    if (problems.size > 0 && isIndentation) break;
    const bracket = marks.lastOpen('[{', mistake.pos[0]);
    const range = placeOf(mistake, bracket, text, marks);
    const line = text.lastIndexOf('\n', range[0] - 1);
    if (!problems.has(line)) problems.set(line, { range, message: yamlMessage(code, message, bracket !== undefined) });
    if (structuralCodes.has(code)) break;
  }
  return [...problems.values()];
}

/** Leaves out mistakes that follow from others, and finds lines that are indented too deep to be entries. */
function withoutFollowUps(mistakes: readonly Mistake[]): Mistake[] {
  const starts = new Set(mistakes.flatMap(({ code, pos }) => (code === 'MULTILINE_IMPLICIT_KEY' ? [pos[0]] : [])));
  return mistakes.flatMap((mistake) => {
    const { code, message, pos } = mistake;
    if (code === 'NON_STRING_KEY' && mistakes.length > 1) return [];
    if (code !== 'BLOCK_AS_IMPLICIT_KEY') return [mistake];
    // A list that is taken for a key stands where the keys do.
    if (message.startsWith('A block')) return [{ ...mistake, code: 'BAD_INDENT' }];
    return starts.has(pos[0]) ? [{ ...mistake, code: 'OVER_INDENTED' }] : [mistake];
  });
}

/** What to point at: the library points behind what is not closed, at blanks, and at the text that a line continues. */
function placeOf(
  { code, message, pos: [from, to] }: Mistake,
  bracket: TextRange | undefined,
  text: string,
  marks: SyntaxMarks,
): TextRange {
  if (bracket !== undefined && message.startsWith('Flow ')) return bracket;
  const quote = message.startsWith('Missing closing') ? marks.lastOpen(`"'`, from) : undefined;
  if (quote !== undefined) return quote;
  const lineEnd = text.indexOf('\n', from);
  const start = code === 'OVER_INDENTED' && lineEnd >= 0 ? lineEnd : from;
  const blanks = /^[ \r\n]*/.exec(text.slice(start))?.[0].length ?? 0;
  const shown = start + blanks < text.length ? start + blanks : from;
  return [shown, Math.max(to, shown + 1)];
}
