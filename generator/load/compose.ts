import type { Document, Node, Parser } from 'yaml';
import type { TextRange, YamlProblem } from './source.js';
import { PropertyFinder, propertyCodes } from './properties.js';
import { yamlLibrary } from './yaml-library.js';
import { structuralCodes, yamlProblem } from './yaml-words.js';

/** A text as YAML nodes, and what is wrong with its syntax. */
export interface ComposedYaml {
  /** Root of the first document; `null` where the text holds none. */
  readonly root: Node | null;
  readonly problems: readonly YamlProblem[];
  /** Offset of a mistake after which the text is read differently than it was meant; `undefined` where there is none. */
  readonly brokenAt?: number;
}

/** Deepest nesting of lists and mappings; two levels of it make one level of a payload's fields. */
const mostLevels = 100;

/** More unexpected tokens than this are not looked at. */
const mostErrorTokens = 20;

/**
 * YAML 1.2 without the library's own check for duplicate keys, which takes time by the square of their number.
 * Keys stay the texts that they are: `null:` and `1:` too.
 */
const composerOptions = {
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  version: '1.2',
  strict: true,
} as const;

/**
 * Reads a text as YAML, with bounds on what hostile text can cost: the library composes recursively, so the nesting is
 * measured while the text is still tokens.
 *
 * @param text - YAML or JSON.
 */
export function composeYaml(text: string): ComposedYaml {
  const { Composer, Lexer, Parser } = yamlLibrary();
  const parser = new Parser();
  const composer = new Composer(composerOptions);
  const documents: Document<Node>[] = [];
  const openBrackets: TextRange[] = [];
  const problems: YamlProblem[] = [];
  const properties = new PropertyFinder();
  const quotes: TextRange[] = [];
  let errorTokens = 0;
  let documentTokens = 0;

  const take = (tokens: ReturnType<Parser['next']>): void => {
    for (const token of tokens) {
      if (token.type === 'error') errorTokens += 1;
      if (token.type === 'directive') problems.push(yamlProblem('BAD_DIRECTIVE', '', tokenRange(token)));
      else if (token.type === 'document') documentTokens += 1;
      if (token.type === 'document' && documentTokens > 1) {
        if (documentTokens === 2) problems.push(yamlProblem('MULTIPLE_DOCS', '', [token.offset, token.offset + 3]));
      } else if (errorTokens <= mostErrorTokens && token.type !== 'directive') {
        documents.push(...(composer.next(token) as Iterable<Document<Node>>));
      }
    }
  };

  for (const lexeme of new Lexer().lex(text)) {
    const range: TextRange = [parser.offset, parser.offset + Math.max(1, lexeme.length)];
    if (lexeme === '[' || lexeme === '{') openBrackets.push(range);
    else if (lexeme === ']' || lexeme === '}') openBrackets.pop();
    else if (lexeme.startsWith('"') || lexeme.startsWith("'")) quotes.push([range[0], range[0] + 1]);
    properties.take(lexeme, range);
    take(parser.next(lexeme));
    if (parser.stack.length > mostLevels + 2) return { root: null, problems: [tooDeep(range)] };
  }
  take(parser.end());
  documents.push(...(composer.end(true, text.length) as Iterable<Document<Node>>));

  const [document] = documents;
  const found = [...(document?.errors ?? []), ...(document?.warnings ?? [])].toSorted((a, b) => a.pos[0] - b.pos[0]);
  problems.push(...properties.problems);
  const told = new Set(properties.problems.map(({ range }) => range[0]));
  const others = found.filter(({ code, pos }) => !propertyCodes.has(code) && !told.has(pos[0]));
  let brokenAt: number | undefined;
  for (const { code, message, pos } of withoutCascades(others, text)) {
    const isBefore = ([start]: TextRange): boolean => start < pos[0];
    const bracket = openBrackets.findLast(isBefore);
    const place = /^Flow (?:map|sequence)/.test(message)
      ? bracket
      : message.startsWith('Missing closing')
        ? quotes.findLast(isBefore)
        : undefined;
    const problem = yamlProblem(code, message, place ?? withoutIndentation(pos, text), bracket !== undefined);
    problems.push(problem);
    if (structuralCodes.has(code)) [brokenAt] = problem.range;
  }
  return { root: document?.contents ?? null, problems, ...(brokenAt !== undefined && { brokenAt }) };
}

/** The library points at the line of what is indented wrong. */
function withoutIndentation([from, to]: readonly [number, number], text: string): TextRange {
  const spaces = /^ */.exec(text.slice(from, from + mostLevels * 10))?.[0].length ?? 0;
  return [from + spaces, Math.max(to, from + spaces + 1)];
}

/** After a mistake in the structure, what follows is read wrong; and so may be what belongs to a line that is wrong. */
function withoutCascades<Problem extends { readonly code: string; readonly pos: readonly [number, number] }>(
  sorted: readonly Problem[],
  text: string,
): Problem[] {
  const kept: Problem[] = [];
  let end = -1;
  for (const problem of sorted) {
    if (problem.pos[0] <= end) continue;
    kept.push(problem);
    if (structuralCodes.has(problem.code)) break;
    end = endOfEntry(text, problem.pos[0]);
  }
  return kept;
}

/** The end of the line that an offset is on, and of the lines below it that are indented deeper. */
export function endOfEntry(text: string, offset: number): number {
  const lineEnd = (from: number): number => {
    const index = text.indexOf('\n', from);
    return index < 0 ? text.length : index;
  };
  let end = lineEnd(offset);
  const indent = /^[ -]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, end))?.[0].length ?? 0;
  while (end < text.length) {
    const next = text.slice(end + 1, lineEnd(end + 1));
    if (next.trim() !== '' && next.length - next.trimStart().length <= indent) break;
    end += 1 + next.length;
  }
  return end;
}

function tokenRange({ offset, source }: { readonly offset: number; readonly source: string }): TextRange {
  return [offset, offset + source.trimEnd().length];
}

function tooDeep(range: TextRange): YamlProblem {
  return {
    range,
    message: `This is nested deeper than ${mostLevels} levels: define a part of it in $defs or types/ and refer to it with $ref.`,
  };
}
