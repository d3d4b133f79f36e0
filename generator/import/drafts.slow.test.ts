import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileValidator } from '../../templates/typescript/src/validators/runtime/compile-validator.js';
import { Reporter } from '../diagnostics/reporter.js';
import { isJsonObject, type Json } from '../json.js';
import { locatorOf } from '../load/locate.js';
import type { SourceFile } from '../load/source.js';
import { SchemaLinker } from '../schema/link.js';
import { sourceOf } from '../testing/catalog-texts.js';
import { messageFiles } from './message-files.js';
import { repair } from './repair.js';
import { Sources, type SourceDocument } from './sources.js';

/** Where Debian's package libtest-json-schema-acceptance-perl puts the official test suite of JSON Schema. */
const suite = '/usr/share/perl5/auto/share/dist/Test-JSON-Schema-Acceptance';
const hasSuite = existsSync(suite);

const dialects: Readonly<Record<string, string>> = {
  draft3: 'http://json-schema.org/draft-03/schema#',
  draft4: 'http://json-schema.org/draft-04/schema#',
  draft6: 'http://json-schema.org/draft-06/schema#',
  draft7: 'http://json-schema.org/draft-07/schema#',
  'draft2019-09': 'https://json-schema.org/draft/2019-09/schema',
  'draft2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

interface Group {
  readonly file: string;
  readonly description: string;
  readonly schema: Json;
  readonly tests: readonly { readonly description: string; readonly data: Json; readonly valid: boolean }[];
}

function groupsOf(draft: string): Group[] {
  const folder = join(suite, 'tests', draft);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) =>
      (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Omit<Group, 'file'>[]).map((group) => ({
        ...group,
        file: name.slice(0, -5),
      })),
    );
}

/** The files that schemas of the suite refer to by address. */
function remotes(): SourceDocument[] {
  const folder = join(suite, 'remotes');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({
      label: name,
      uri: `http://localhost:1234/${name}`,
      folders: [],
      value: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Json,
    }));
}

/** What an import makes of the schema of a group: what it reports, and the verdict on values. */
function imported(
  group: Group,
  draft: string,
  others: readonly SourceDocument[],
): { losses: string[]; accepts: (value: Json) => boolean } {
  const value = isJsonObject(group.schema) ? { $schema: dialects[draft] ?? '', ...group.schema } : group.schema;
  const document: SourceDocument = { label: 'a.json', uri: 'file:///a.json', value, folders: [] };
  const losses: string[] = [];
  const sources = new Sources([document, ...others], (place, reason) => void losses.push(`${place} ${reason}`));
  const built = messageFiles([{ names: ['a'], domain: '', schema: sources.root(document) }]);
  const source = sourceOf({}, new Reporter(locatorOf));
  const files = built.map((file): SourceFile => ({
    path: file.path,
    absolutePath: `/catalog/${file.path}`,
    text: JSON.stringify(file.value),
    value: file.value,
  }));
  const { catalog } = repair(source, files, (file, path, reason) =>
    losses.push(`${file.path} ${path.join('/')} ${reason}`),
  );
  const [message] = catalog?.messages ?? [];
  if (catalog === undefined || message === undefined)
    return { losses: [...losses, 'nothing is left'], accepts: () => true };
  return {
    losses,
    accepts: compileValidator(new SchemaLinker(catalog.references).link(message.payload, message.file)).accepts,
  };
}

describe.skipIf(!hasSuite)('Schemas of the official test suite (libtest-json-schema-acceptance-perl), imported', () => {
  it.each(Object.keys(dialects))('from %s, are judged as the suite says, where nothing is reported', (draft) => {
    const others = remotes();
    const count = { all: 0, silent: 0 };
    const wrong: string[] = [];
    for (const group of groupsOf(draft)) {
      count.all += 1;
      const { losses, accepts } = imported(group, draft, others);
      if (losses.length > 0) {
        continue;
      }
      count.silent += 1;
      for (const { description, data, valid } of group.tests)
        if (accepts(data) !== valid) wrong.push(`${group.file}: ${group.description}: ${description}`);
    }
    expect([wrong, count.silent / count.all > 0.9]).toEqual([[], true]);
  });
});
