import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Json, Path, TextRange, YamlProblem } from './source.js';

/** What a YAML text holds, and what is wrong with it. A value is present even where there are problems, but not complete. */
export interface ParsedYaml {
  readonly value: Json;
  readonly problems: readonly YamlProblem[];
}

/** More than this many problems of one file are cascades of the first. */
const mostProblems = 20;

const parseOptions = {
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  version: '1.2',
  strict: true,
} as const;

/**
 * Reads the part of YAML 1.2 that is JSON with comments: no anchors and aliases, no tags, no directives, no merge keys,
 * one document. Each of those means different things to different readers, and none is needed for a schema.
 *
 * @param text - YAML or JSON.
 */
export function parseYaml(text: string): ParsedYaml {
  const document = parseDocument<Node>(text, parseOptions);
  const problems: YamlProblem[] = [...document.errors, ...document.warnings].map((problem) => ({
    range: problem.pos,
    message: sentence(problem.message),
  }));
  if (document.directives?.docStart === true && /^%/m.test(text)) {
    problems.push({
      range: [text.search(/^%/m), text.search(/^%/m) + 1],
      message: 'YAML directives are not supported: remove this line.',
    });
  }
  const value = problems.length > 0 ? null : toJson(document.contents, problems);
  return { value, problems: problems.slice(0, mostProblems) };
}

/**
 * Finds where a value, or the key that holds it, stands in a text. Parses anew: positions are needed only for files in
 * trouble, and keeping the nodes of all others costs more than the rest of a run.
 *
 * @param text - A text that {@link parseYaml} reads.
 * @param path - Keys and indexes from the root to the value; the deepest existing one counts.
 * @param part - What to point at.
 */
export function locate(text: string, path: Path, part: 'key' | 'value'): { range: TextRange; lines: LineCounter } {
  const lines = new LineCounter();
  const document: Document.Parsed = parseDocument(text, { ...parseOptions, lineCounter: lines });
  let node: unknown = document.contents;
  let range: TextRange = rangeOf(node) ?? [0, 0];
  for (const [depth, key] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === String(key));
      if (pair === undefined) break;
      node = pair.value;
      const keyRange = rangeOf(pair.key);
      range = (isLast && part === 'value' ? rangeOf(node) : undefined) ?? keyRange ?? range;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      range = rangeOf(node) ?? range;
    } else break;
  }
  return { range, lines };
}

function rangeOf(node: unknown): TextRange | undefined {
  const range = (node as Node | null)?.range;
  return range ? [range[0], Math.max(range[1], range[0] + 1)] : undefined;
}

function toJson(node: unknown, problems: YamlProblem[]): Json {
  const refuse = (message: string): null => {
    problems.push({ range: rangeOf(node) ?? [0, 1], message });
    return null;
  };
  if (node === null || node === undefined) return null;
  if (isAlias(node)) return refuse('YAML aliases are not supported: write the value out, or share a type with $ref.');
  if (hasAnchorOrTag(node)) return refuse('YAML anchors and tags are not supported: remove it.');
  if (isScalar(node)) return scalarToJson(node.value, refuse);
  if (isSeq(node))
    return node.items.map((item) => (isPair(item) ? refuse('A pair is not supported here.') : toJson(item, problems)));
  if (!isMap(node)) return refuse('This YAML construct is not supported.');
  const object: { [key: string]: Json } = {};
  const seen = new Set<string>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const range = rangeOf(key) ?? rangeOf(node) ?? [0, 1];
    if (name === '<<') problems.push({ range, message: 'YAML merge keys are not supported: write the keys out.' });
    if (seen.has(name))
      problems.push({ range, message: `The key ${JSON.stringify(name)} stands here a second time: remove one.` });
    seen.add(name);
    // Assigning to __proto__ would set the prototype.
    Object.defineProperty(object, name, {
      value: toJson(value, problems),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return object;
}

function scalarToJson(value: unknown, refuse: (message: string) => null): Json {
  if (typeof value === 'bigint') return refuse('This number is beyond what JSON readers keep exactly.');
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return refuse('This number has no JSON form.');
    return Object.is(value, -0) ? 0 : value;
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) return refuse('This text holds half of a surrogate pair, which UTF-8 cannot carry.');
    return value;
  }
  return typeof value === 'boolean' ? value : null;
}

function hasAnchorOrTag(node: unknown): boolean {
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  return anchor !== undefined || (tag !== undefined && !tag.startsWith('tag:yaml.org,2002:'));
}

function sentence(message: string): string {
  const line = message.split('\n')[0] ?? '';
  return /[.:!?]$/.test(line) ? line.replace(/:$/, '.') : `${line}.`;
}
