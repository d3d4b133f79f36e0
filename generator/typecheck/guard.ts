import { createScanner, tokenIsIdentifierOrKeyword, tokenToString } from 'typescript/unstable/ast/scanner';
import type { RenderedFile } from '../render/rendered-file.js';
import type { Model } from '../model/model.js';
import { harmlessModel, harmlessProse } from './harmless-model.js';
import { problemAt, problemOf, type OutputProblem } from './output-error.js';

/**
 * Makes sure that no text of a catalog has become code: the same package, rendered with harmless texts, must consist of the
 * same tokens, and so have the same syntax trees. Comments, layout and what texts say may differ, nothing else.
 *
 * @param files - Modules and JSON files of the output; copied ones are not looked at.
 * @param render - Renders the same files from another model, a few at a time.
 * @returns The first difference of each file.
 */
export function guardStructure(
  files: readonly RenderedFile[],
  model: Model,
  render: (model: Model) => Iterable<RenderedFile>,
): OutputProblem[] {
  const harmless = harmlessModel(model);
  const left = new Map(files.filter(({ isRendered }) => isRendered).map((file) => [file.path, file]));
  const problems: OutputProblem[] = [];
  for (const { path, content } of render(harmless.model)) {
    const file = left.get(path);
    if (file === undefined || !left.delete(path)) continue;
    problems.push(...compare(file, content, harmless.words));
  }
  return [...problems, ...[...left.values()].map((file) => problemOf(file, undefined, 'Its path depends on a text.'))];
}

function compare(file: RenderedFile, harmless: string, words: ReadonlyMap<string, string>): OutputProblem[] {
  const [found, want] = [tokensOf(file.content), tokensOf(harmless)];
  const isJson = file.path.endsWith('.json');
  const index = found.tokens.findIndex((token, at) => !isSame(token, want.tokens[at] ?? '', words, isJson));
  if (index < 0) return [];
  const [is, should] = [found, want].map(({ tokens }) => JSON.stringify(textOf(tokens[index] ?? '')));
  const message = `It has ${is} where the model has ${should}: a text has become code.`;
  return [problemAt(file, found.starts[index] ?? 0, message)];
}

/** A name as it is, what a string says behind {@link quote}, all else as it is written; the end of a text is empty. */
type Token = string;

const quote = "'";
const isString = (token: Token): boolean => token.startsWith(quote);
const textOf = (token: Token): string => (isString(token) ? token.slice(1) : token);
const isName = (token: Token): boolean => /^[\p{ID_Start}$_]/u.test(token);

function isSame(a: Token, b: Token, words: ReadonlyMap<string, string>, isJson: boolean): boolean {
  if (a === b) return true;
  if (isString(a)) {
    // A text that people read may be part of a string.
    return isString(b) && (isJson || words.get(textOf(a)) === textOf(b) || b.includes(harmlessProse));
  }
  return isName(a) && words.get(a) === b;
}

const scanner = createScanner(true);

/** The tokens of a text and where they start, without those that depend on layout alone; the last one is its end. */
function tokensOf(text: string): { readonly tokens: readonly Token[]; readonly starts: readonly number[] } {
  const tokens: Token[] = [];
  const starts: number[] = [];
  const put = (token: Token, start: number): void => {
    tokens.push(token);
    starts.push(start);
  };
  let last = '';
  scanner.setText(text);
  for (;;) {
    const kind = scanner.scan();
    const start = scanner.getTokenStart();
    if (start >= text.length) break;
    const first = text.charAt(start);
    if (tokenIsIdentifierOrKeyword(kind)) last = scanner.getTokenValue();
    else if (first === "'" || first === '"') last = quote + scanner.getTokenValue();
    else {
      const written = tokenToString(kind) ?? text.slice(start, scanner.getTokenEnd());
      // `[a, b,]` is `[a, b]`, and `= | a | b` is `= a | b`.
      if (closers.has(written) && separators.has(last)) {
        tokens.pop();
        starts.pop();
      }
      if (operators.has(written) && openers.has(last)) continue;
      last = written;
    }
    put(last, start);
  }
  put('', text.length);
  return { tokens, starts };
}

const closers = new Set([')', ']', '}']);
const separators = new Set([',', ';']);
const operators = new Set(['|', '&']);
const openers = new Set([':', '=', '(', '<', '[', ',', '...']);
