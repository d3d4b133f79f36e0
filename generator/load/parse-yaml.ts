import type { Scalar, YAMLMap } from 'yaml';
import type { Json } from '../json.js';
import { composeYaml, maxProblems, rangeOf } from './compose.js';
import { readPlainYaml } from './plain-yaml/plain-yaml.js';
import type { ParsedYaml, YamlProblem } from './source.js';
import { yamlLibrary } from './yaml-library.js';

/** What YAML 1.2.2, section 5.1, does not allow raw in a text, and line breaks that only some readers see. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\r(?!\n)/;

/** What git writes before the first side of a merge that it could not make (git-merge(1), "How conflicts are presented"). */
const conflictMark = /^<{7}(?: .*)?$/m;

const whatFits = 'write one of at most 15 digits between −1.8e308 and 1.8e308, or a text in quotes.';

/** Keywords whose number may be rounded, as one of 64 bits is: what they limit is rounded by the same readers. */
const limit = /^(?:exclusiveM|m)(?:in|ax)imum$/;

/** Keys with values of payloads below them, where such names are no keywords; and those with names of schemas right below. */
const values = /^(?:const|enum|default|examples|x-.*)$/;
const maps = /^(?:properties|patternProperties|dependentSchemas|\$defs|definitions)$/;

/**
 * Reads the part of YAML 1.2 that is JSON with comments: no anchors and aliases, no tags, no directives, no merge keys,
 * one document. Each of those means different things to different readers, and none is needed for a schema.
 */
export function parseYaml(text: string): ParsedYaml {
  const value = readPlainYaml(text);
  return value === undefined ? parseFullYaml(text) : { value, problems: [] };
}

/** Reads the same with the yaml library, and finds what is wrong with it. */
export function parseFullYaml(text: string): ParsedYaml {
  const unreadable = unreadableText(text);
  if (unreadable !== undefined) return { value: null, problems: [unreadable] };
  const { root, problems } = composeYaml(text);
  // After a mistake in the syntax, a text may be read otherwise than it was meant.
  if (problems.length > 0) return { value: null, problems };
  const reader = new ValueReader();
  const value = reader.read(root);
  return { value: reader.problems.length > 0 ? null : value, problems: reader.problems };
}

function unreadableText(text: string): YamlProblem | undefined {
  const { 0: found = '', index = 0 } = forbidden.exec(text) ?? conflictMark.exec(text) ?? {};
  if (found === '') return undefined;
  const name = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const message = found.startsWith('<')
    ? 'Here begins a merge conflict: keep what is right of its two sides, and remove the marks.'
    : found === '\r'
      ? 'A line ends with a carriage return alone: save the file with LF or CRLF line ends.'
      : `The control character ${name} cannot stand in a text file: remove it, or write it as an escape in double quotes.`;
  return { range: [index, index + found.length], message };
}

/** Turns nodes into JSON, and finds what JSON does not have. */
class ValueReader {
  readonly problems: YamlProblem[] = [];
  readonly #yaml = yamlLibrary();

  read(node: unknown, key = ''): Json {
    const { isMap, isScalar, isSeq } = this.#yaml;
    if (isScalar(node)) return this.#scalar(node, limit.test(key));
    if (isSeq(node)) return node.items.map((item) => this.read(item, key));
    return isMap(node) ? this.#mapping(node, values.test(key) ? key : maps.test(key) ? '' : undefined) : null;
  }

  #mapping(node: YAMLMap, outer: string | undefined): Json {
    const entries = new Map<string, Json>();
    for (const { key, value } of node.items) {
      // A key without text, `: value`, reads as null; the composer refuses what else is no text.
      const name = String(this.read(key) ?? '');
      if (name === '<<') this.#refuse(key, 'YAML merge keys are not supported: write the keys out.');
      if (entries.has(name))
        this.#refuse(key, `The key ${JSON.stringify(name)} stands here a second time: remove one.`);
      entries.set(name, this.read(value, outer ?? name));
    }
    // Other than assigning, this makes `__proto__` a property.
    return Object.fromEntries(entries);
  }

  #scalar(node: Scalar, isLimit: boolean): Json {
    const { value, source = '' } = node;
    if (typeof value === 'number') {
      if (!Number.isFinite(value) || (value === 0 && /[1-9]/.test(source)))
        return this.#refuse(node, `JSON has no such number: ${whatFits}`);
      if (Object.is(value, -0)) return this.#refuse(node, 'JSON readers take −0 for 0: write 0.');
      if (isLimit || isExact(source, value)) return value;
      return this.#refuse(node, `JSON readers would read this number as ${value}: ${whatFits}`);
    }
    if (typeof value === 'string') {
      if (value.isWellFormed()) return value;
      return this.#refuse(node, 'This text holds half of a surrogate pair, which UTF-8 cannot carry: remove it.');
    }
    return typeof value === 'boolean' ? value : null;
  }

  #refuse(node: unknown, message: string): null {
    if (this.problems.length < maxProblems) this.problems.push({ range: rangeOf(node) ?? [0, 1], message });
    return null;
  }
}

/** Whether a double, which JSON readers have alone, keeps a number just as YAML 1.2 writes it. */
export function isExact(source: string, value: number): boolean {
  if (/^[-+]?0[xo]/.test(source)) return Number.isSafeInteger(value);
  return significantDigits(source) === significantDigits(String(value));
}

/** The digits of a number in decimal notation, without zeros at either end. */
function significantDigits(source: string): string {
  const [mantissa = ''] = source.split(/e/i);
  return mantissa.replaceAll(/\D/g, '').replaceAll(/^0+|0+$/g, '');
}
