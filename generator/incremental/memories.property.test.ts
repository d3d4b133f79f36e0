import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectedOf } from '../compile/expectations.js';
import { contentHash } from '../content-hash.js';
import { CatalogError } from '../diagnostics/diagnostic.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { load } from '../load/load.js';
import { isJsonObject, type Json, type Path } from '../json.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import { buildModel } from '../model/build-model.js';
import { rendering } from '../render/render.js';
import { loadTemplates, type TemplateFile } from '../render/templates.js';
import { validateContents, validateDefinitions } from '../validate/validate.js';
import { Memories } from './memories.js';
import { VerdictKeys } from './verdict-keys.js';

const fixtures = join(import.meta.dirname, '../fixtures');

let templates: TemplateFile[];
let sources: CatalogSource[];
beforeAll(async () => {
  templates = await loadTemplates(join(import.meta.dirname, '../../templates'));
  const folders = [
    join(import.meta.dirname, '../../catalog'),
    ...readdirSync(fixtures).map((name) => join(fixtures, name, 'catalog')),
  ];
  sources = await Promise.all(folders.map((folder) => load(folder, new Reporter(locatorOf))));
});

/** Paths of all values inside a value, but not of itself. */
function pathsIn(value: Json): Path[] {
  const entries = isJsonObject(value) ? Object.entries(value) : Array.isArray(value) ? [...value.entries()] : [];
  return entries.flatMap(([key, inner]) => [[key], ...pathsIn(inner).map((path) => [key, ...path])]);
}

/** A value with what stands at a path changed; without it where the change gives nothing. */
function changedAt(value: Json, [key, ...rest]: Path, change: (value: Json) => Json | undefined): Json | undefined {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.flatMap((inner: Json, index) => {
      const changed = index === key ? changedAt(inner, rest, change) : inner;
      return changed === undefined ? [] : [changed];
    });
  }
  const entries = Object.entries(isJsonObject(value) ? value : {}).flatMap(([name, inner]) => {
    const changed = name === key ? changedAt(inner, rest, change) : inner;
    return changed === undefined ? [] : [[name, changed] as const];
  });
  return Object.fromEntries(entries);
}

const changes: readonly ((value: Json) => Json | undefined)[] = [
  () => undefined,
  (value) => (typeof value === 'string' ? `${value} x` : typeof value === 'number' ? value + 1 : value),
  (value) => (Array.isArray(value) ? value.toReversed() : typeof value === 'boolean' ? !value : value),
  (value) => (isJsonObject(value) ? { anyOf: [value, { type: 'null' }] } : value),
];

/** A change of one place in one of a catalog's files. */
const edit = fc.record({
  catalog: fc.nat(),
  file: fc.nat(),
  place: fc.nat(),
  change: fc.constantFrom(...changes),
});

/** What a run has to say of a catalog: diagnostics, or what it renders and by which keys it is judged. */
function outcome(source: CatalogSource, { valid, rendered, facts }: Memories): unknown {
  const reporter = new Reporter(locatorOf);
  try {
    const catalog = validateDefinitions(source, reporter, valid);
    validateContents(catalog, reporter, valid);
    const model = buildModel(catalog);
    const files = rendering(model, rendered)(templates);
    const input = { files, templates: new Map(), asksTypeScript5: false };
    return {
      files: files.map(({ path, hash, content }) => ({ path, hash, isOfText: contentHash(content) === hash })),
      keys: new VerdictKeys(input, expectedOf(model), facts).keys(),
    };
  } catch (error) {
    if (error instanceof CatalogError) return error.diagnostics;
    throw error;
  }
}

describe('A run that remembers another', { timeout: 120_000 }, () => {
  it('has the same outcome as one that does not, whatever was changed in between', () => {
    let accepted = 0;
    fc.assert(
      fc.property(edit, ({ catalog, file, place, change }) => {
        const before = sources[catalog % sources.length] as CatalogSource;
        const files = [...before.messages, ...before.types];
        const changed = files[file % files.length] as SourceFile;
        const paths = pathsIn(changed.value);
        const value = changedAt(changed.value, paths[place % paths.length] ?? [], change) ?? {};
        const next = { ...changed, value, text: JSON.stringify(value) };
        const withNext = (old: readonly SourceFile[]): SourceFile[] =>
          old.map((each) => (each === changed ? next : each));
        const after = { ...before, messages: withNext(before.messages), types: withNext(before.types) };
        const memories = new Memories();
        outcome(before, memories);
        const second = outcome(after, memories);
        expect(second).toEqual(outcome(after, new Memories()));
        accepted += Array.isArray(second) ? 0 : 1;
      }),
      { numRuns: 80 },
    );
    expect(accepted).toBeGreaterThan(10);
  });
});
