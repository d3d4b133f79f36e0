import { describe, expect, it } from 'vitest';
import { CatalogError } from '../diagnostics/diagnostic.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { Memory } from '../memory.js';
import { sourceOf, type CatalogTexts } from '../testing/catalog-texts.js';
import { exhausting } from '../testing/rule-cases.js';
import { changedFiles } from './changed-files.js';
import { unanalysed } from './unanalysed.js';
import { validateContents, validateDefinitions } from './validate.js';

const message = (name: string, type: string): string =>
  `name: ${name}\ndescription: One.\npayload: { type: object, properties: { a: { $ref: ../types/${type}.yaml } } }\nexamples: [{ title: One, payload: { a: 1 } }]\n`;

const texts: CatalogTexts = {
  'messages/a-request.yaml': message('a-request', 'outer'),
  'messages/b-request.yaml': message('b-request', 'other'),
  'types/outer.yaml': 'anyOf: [{ $ref: inner.yaml }]\n',
  'types/inner.yaml': 'type: number\n',
  'types/other.yaml': 'type: number\n',
};

function validated(given: CatalogTexts, valid: Memory<true>): void {
  const reporter = new Reporter(locatorOf);
  validateContents(validateDefinitions(sourceOf(given), reporter, valid), reporter, valid);
}

/** What is looked at where a catalog was valid, and one file of it was changed. */
function lookedAt(path: string, text: string): string[] {
  const valid = new Memory<true>();
  validated(texts, valid);
  const catalog = validateDefinitions(sourceOf({ ...texts, [path]: text }), new Reporter(locatorOf));
  const { messages, types } = changedFiles(catalog, valid).catalog;
  return [...messages, ...types].map(({ file }) => file.path);
}

describe('Of a catalog that was valid before', () => {
  it.each([
    [
      'a message',
      'messages/b-request.yaml',
      message('b-request', 'other').replace('One.', 'Two.'),
      ['messages/b-request.yaml', 'types/other.yaml'],
    ],
    [
      'a type',
      'types/inner.yaml',
      'type: integer\n',
      ['messages/a-request.yaml', 'types/inner.yaml', 'types/outer.yaml'],
    ],
    ['nothing', 'types/other.yaml', 'type: number\n', []],
  ])('with %s changed, that and what depends on it is looked at, with what these refer to', (_, path, text, want) => {
    expect(lookedAt(path, text)).toEqual(want);
  });

  it('what takes too long to be analysed is looked at again, whether it changed or not', () => {
    const valid = new Memory<true>();
    const user = 'name: b-request\ndescription: One.\npayload: { $ref: ../types/other.yaml }\n';
    const slow = { ...texts, 'messages/b-request.yaml': user, 'types/other.yaml': exhausting };
    const warned = (): string[] => {
      const reporter = new Reporter(locatorOf);
      const catalog = validateDefinitions(sourceOf(slow), reporter, valid);
      validateContents(catalog, reporter, valid);
      return unanalysed(catalog).map(({ file }) => file.path);
    };
    expect([warned(), warned()]).toEqual([['types/other.yaml'], ['types/other.yaml']]);
    const { messages, types } = changedFiles(
      validateDefinitions(sourceOf(slow), new Reporter(locatorOf)),
      valid,
    ).catalog;
    expect([...messages, ...types].map(({ file }) => file.path)).toEqual(['types/other.yaml']);
  });

  it('an example is told that a change elsewhere makes wrong', () => {
    const valid = new Memory<true>();
    validated(texts, valid);
    const changed = { ...texts, 'types/inner.yaml': 'type: string\n' };
    const told = (memory: Memory<true>): unknown => {
      try {
        return validated(changed, memory);
      } catch (error) {
        return error instanceof CatalogError ? error.diagnostics : error;
      }
    };
    expect(told(valid)).toEqual(told(new Memory()));
    expect(told(valid)).toMatchObject([{ rule: 'valid-example', file: '/catalog/messages/a-request.yaml' }]);
  });
});
