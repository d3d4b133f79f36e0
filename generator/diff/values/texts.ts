import type { SchemaObject } from '../../schema/json-schema.js';
import { wordsOf } from './languages.js';

/** A text of each format that is checked. */
const ofFormat: Readonly<Record<string, readonly string[]>> = {
  date: ['2026-01-31'],
  time: ['12:30:00Z'],
  'date-time': ['2026-01-31T12:30:00Z'],
  'iso-time': ['12:30:00'],
  'iso-date-time': ['2026-01-31T12:30:00'],
  duration: ['PT1H'],
  email: ['ada@example.com'],
  hostname: ['example.com'],
  ipv4: ['192.0.2.1'],
  ipv6: ['2001:db8::1'],
  uri: ['https://example.com/a', 'urn:a'],
  url: ['https://example.com/a', 'urn:a'],
  'uri-reference': ['/a', '#a'],
  'uri-template': ['/a/{b}', '/a'],
  uuid: ['0191e0c4-0000-7000-8000-000000000000', 'urn:uuid:0191e0c4-0000-7000-8000-000000000000'],
  'json-pointer': ['/a', ''],
  'json-pointer-uri-fragment': ['#/a', '#'],
  'relative-json-pointer': ['1/a', '0#'],
  regex: ['^a+$'],
  byte: ['YWJj', ''],
};

/** Texts of every kind, some of which hardly any schema admits. */
const ordinary = ['a', 'A', '1', 'a-b', 'a b', 'text of several words', '', ' ', 'ab', 'abc', 'é', '😀', '-1', '%'];
/** Longer texts are not made. */
const maxLength = 100_000;

/**
 * Texts that are likely to fit schemas, or to show that they do not: a given one first, and changed as little as can be.
 *
 * @yields Each of them, and what the limits of length make of it.
 */
export function* textCandidates(
  schemas: readonly SchemaObject[],
  nots: readonly SchemaObject[],
  like: string | undefined,
): Generator<string> {
  const least = Math.max(0, ...schemas.map(({ minLength = 0 }) => minLength));
  const most = Math.min(maxLength, ...schemas.map(({ maxLength: limit = Infinity }) => limit));
  const fit = (text: string): string => fitLength(text, least, most);
  const patterns = (from: readonly SchemaObject[]): string[] =>
    from.flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern]));
  const known = schemas.flatMap(({ 'x-known-values': values = [] }) => values);
  const formats = [...schemas, ...nots].flatMap(({ format = '' }) => ofFormat[format] ?? []);
  const near =
    like === undefined ? [] : [`${like}-other`, like.slice(0, -1), like.slice(1), like.toUpperCase(), `${like}${like}`];
  const words = wordsOf(patterns(schemas), patterns(nots), least, most);
  for (const text of [
    ...(like === undefined ? [] : [fit(like)]),
    ...words,
    ...known,
    ...formats,
    'text',
    ...near,
    ...ordinary,
  ]) {
    yield text;
    const fitted = fit(text);
    if (fitted !== text) yield fitted;
  }
}

function fitLength(text: string, least: number, most: number): string {
  const characters = [...text];
  if (characters.length > most) return characters.slice(0, most).join('');
  if (characters.length >= least || least > maxLength) return text;
  return (text === '' ? 'x' : text).repeat(Math.ceil(least / Math.max(1, characters.length))).slice(0, least);
}
