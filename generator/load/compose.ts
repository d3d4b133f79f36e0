import type { Document, Node, Parser } from 'yaml';
import { maxDepth } from '../limits.js';
import type { TextRange } from '../diagnostics/diagnostic.js';
import type { YamlProblem } from './source.js';
import { PropertyFinder, propertyCodes } from './properties.js';
import { yamlLibrary } from './yaml-library.js';
import { OpenBrackets, shownAt, withoutCascades, withoutFollowUps } from './yaml-places.js';
import { yamlProblem } from './yaml-words.js';

/** A text as YAML nodes, and what is wrong with its syntax. */
export interface ComposedYaml {
  /** Root of the first document; `null` where the text holds none. */
  readonly root: Node | null;
  readonly problems: readonly YamlProblem[];
}

/** So many problems of one text are reported. */
export const maxProblems = 100;

/** More unexpected tokens than this are not looked at. */
const maxErrorTokens = 20;

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
  const brackets = new OpenBrackets();
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
      } else if (errorTokens <= maxErrorTokens && token.type !== 'directive') {
        documents.push(...(composer.next(token) as Iterable<Document<Node>>));
      }
    }
  };

  for (const lexeme of new Lexer().lex(text)) {
    const range: TextRange = [parser.offset, parser.offset + Math.max(1, lexeme.length)];
    brackets.take(lexeme, range);
    if (lexeme.startsWith('"') || lexeme.startsWith("'")) quotes.push([range[0], range[0] + 1]);
    properties.take(lexeme, range);
    take(parser.next(lexeme));
    if (parser.stack.length > maxDepth + 2) return { root: null, problems: [tooDeep(range)] };
  }
  take(parser.end());
  documents.push(...(composer.end(true, text.length) as Iterable<Document<Node>>));

  const [document] = documents;
  const found = [...(document?.errors ?? []), ...(document?.warnings ?? [])]
    .toSorted((a, b) => a.pos[0] - b.pos[0])
    .slice(0, maxProblems);
  problems.push(...properties.problems);
  const told = new Set(properties.problems.map(({ range }) => range[0]));
  const others = withoutFollowUps(found.filter(({ code, pos }) => !propertyCodes.has(code) && !told.has(pos[0])));
  const toldLines = new Set(problems.map(({ range }) => lineStart(text, range[0])));
  for (const mistake of withoutCascades(others, text)) {
    const { code, message, pos } = mistake;
    const bracket = brackets.before(pos[0]);
    const place = /^Flow (?:map|sequence)/.test(message)
      ? bracket
      : message.startsWith('Missing closing')
        ? quotes.findLast(([start]) => start < pos[0])
        : undefined;
    const range = place ?? shownAt(mistake, text);
    const line = lineStart(text, range[0]);
    if (!toldLines.has(line)) {
      toldLines.add(line);
      problems.push(yamlProblem(code, message, range, bracket !== undefined));
    }
  }
  return { root: document?.contents ?? null, problems };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function tokenRange({ offset, source }: { readonly offset: number; readonly source: string }): TextRange {
  return [offset, offset + source.trimEnd().length];
}

function tooDeep(range: TextRange): YamlProblem {
  return {
    range,
    message: `This is nested deeper than ${maxDepth} levels: define a part of it in $defs or types/ and refer to it with $ref.`,
  };
}
