import { createScanner, tokenIsIdentifierOrKeyword } from 'typescript/unstable/ast/scanner';
import type { RenderedFile } from '../render/rendered-file.js';
import type { Model } from '../model/model.js';
import { harmlessModel, harmlessProse } from './harmless-model.js';
import { problemOf, type OutputProblem } from './output-error.js';

/**
 * Makes sure that no text of a catalog has become code: the same package, rendered with harmless texts, must consist of the
 * same tokens, and so have the same syntax trees. Comments, layout and what texts say may differ, nothing else.
 *
 * @param files - Modules and JSON files of the output; copied ones are not looked at.
 * @param model - What they were rendered from.
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
  const index = found.findIndex((token, at) => !isSame(token, want[at] ?? end, words, isJson));
  if (index < 0) return [];
  const line = file.content.slice(0, found[index]?.start).split('\n').length;
  const [is, should] = [found, want].map((tokens) => JSON.stringify((tokens[index] ?? end).text));
  return [problemOf(file, line, `It has ${is} where the model has ${should}: a text has become code.`)];
}

interface Token {
  readonly kind: 'word' | 'string' | 'other' | 'end';
  /** Of a word or a string, what it means; else how it is written. */
  readonly text: string;
  readonly start: number;
}

const end: Token = { kind: 'end', text: '', start: 0 };

function isSame(a: Token, b: Token, words: ReadonlyMap<string, string>, isJson: boolean): boolean {
  if (a.kind !== b.kind) return false;
  if (a.text === b.text || (a.kind !== 'other' && words.get(a.text) === b.text)) return true;
  // A text that people read may be part of a string.
  return a.kind === 'string' && (isJson || b.text.includes(harmlessProse));
}

const scanner = createScanner(true);

/** The tokens of a text, without those that depend on layout alone; the last one is its end. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let last: Token | undefined;
  scanner.setText(text);
  for (;;) {
    const kind = scanner.scan();
    const start = scanner.getTokenStart();
    if (start >= text.length) break;
    const first = text.charAt(start);
    if (tokenIsIdentifierOrKeyword(kind)) last = { kind: 'word', text: scanner.getTokenValue(), start };
    else if (first === "'" || first === '"') last = { kind: 'string', text: scanner.getTokenValue(), start };
    else {
      const written = text.slice(start, scanner.getTokenEnd());
      const previous = last?.kind === 'other' ? last.text : '';
      // `[a, b,]` is `[a, b]`, and `= | a | b` is `= a | b`.
      if (closers.has(written) && separators.has(previous)) tokens.pop();
      if (operators.has(written) && openers.has(previous)) continue;
      last = { kind: 'other', text: written, start };
    }
    tokens.push(last);
  }
  tokens.push({ ...end, start: text.length });
  return tokens;
}

const closers = new Set([')', ']', '}']);
const separators = new Set([',', ';']);
const operators = new Set(['|', '&']);
const openers = new Set([':', '=', '(', '<', '[', ',', '...']);
