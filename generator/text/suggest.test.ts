import { expect, it } from 'vitest';
import { nearest } from './suggest.js';

it.each([
  ['requird', ['required', 'require'], 'required'],
  ['itme', ['item', 'time'], 'item'],
  ['crad', ['card'], 'card'],
  ['readonly', ['readOnly'], 'readOnly'],
  ['TYPE', ['type'], 'type'],
  ['date-tme', ['date', 'date-time'], 'date-time'],
  ['iri', ['uri'], undefined],
  ['baz', ['bar'], undefined],
  ['note', ['not'], undefined],
  ['size', ['side', 'seize'], 'side'],
  ['caption', ['name'], undefined],
  ['fileName', ['name'], undefined],
  ['int16', ['int32'], undefined],
  ['line1', ['line2', 'line', 'lines'], 'lines'],
  ['x', [], undefined],
  ['name', ['a'.repeat(300)], undefined],
  ['a'.repeat(300), ['name'], undefined],
])('%s, of %j, is meant as %s', (word, known, want) => {
  expect(nearest(word, known)).toBe(want);
});
