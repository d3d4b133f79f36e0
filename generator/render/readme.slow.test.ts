import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.js';
import { messageFile, modelOf } from '../testing/catalog.js';
import { maxReadmeBytes } from './readme.js';
import { rendering } from './render.js';
import { loadTemplates, type TemplateFile } from './templates.js';

let readmes: readonly TemplateFile[];
beforeAll(async () => {
  const templates = await loadTemplates(join(import.meta.dirname, '../../templates'));
  readmes = templates.filter(({ outputPath }) => outputPath === 'typescript/README.md');
});

const payload: Json = {
  type: 'object',
  required: ['first'],
  properties: {
    first: {
      type: 'string',
      description: 'Id of the model, as the storage connection knows it, before anything else is done.',
    },
    second: { type: 'integer', description: 'How many. Further words.' },
  },
};

const nameOf = (index: number): string => `message-number-${index}-request`;

/** The README of a catalog with so many messages, some of them changed. */
function readme(count: number, changes: Readonly<Record<string, JsonObject>> = {}): string {
  const files = Array.from({ length: count }, (_, index): [string, Json] => {
    const name = nameOf(index);
    return [`messages/domain-${index % 3}/${name}.yaml`, messageFile(name, payload, changes[name])];
  });
  return rendering(modelOf(Object.fromEntries(files)))(readmes)[0]?.content ?? '';
}

describe('The README', () => {
  it('tells each message by its first sentence, its call, who sends it, and its fields', () => {
    const description = 'Does it. In more words.';
    const deprecated = { since: '2.0.0', reason: 'It never worked' };
    expect(readme(2, { [nameOf(1)]: { description, deprecated, sentBy: 'workers' } })).toContain(`
### domain-1

#### message-number-1-request

Does it.

\`client.messageNumber_1Request(data: MessageNumber_1RequestMessage)\` · sent by workers · [page](docs/message-number-1-request.md)

**Deprecated.** Since 2.0.0. It never worked.

Field|Type|Req.
-|-|-
\`first\`|string|✓
\`second\`|integer|✗

`);
  });

  it.each([
    { count: 200, shows: 'no fields', has: `#### ${nameOf(199)}\n`, lacks: '`first`|' },
    { count: 600, shows: 'where the pages are', has: 'The pages are in', lacks: '#### ' },
    { count: 2000, shows: 'where the pages are', has: 'The pages are in', lacks: '#### ' },
  ])('of $count messages tells $shows, and fits', ({ count, has, lacks }) => {
    const text = readme(count);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxReadmeBytes);
    // Not toContain, which would print all of the README.
    expect({ has: text.includes(has), lacks: !text.includes(lacks) }).toEqual({ has: true, lacks: true });
  });

  it('tells the same of all other messages where one is added or changed', () => {
    const before = readme(5);
    const section = (text: string, name: string): string =>
      text.split(/^#{2,4} /m).find((part) => part.startsWith(name)) ?? '';
    for (const after of [readme(6), readme(5, { [nameOf(4)]: { description: 'Another one.', sentBy: 'both' } })]) {
      const others = [0, 1, 2, 3].map(nameOf);
      expect(others.map((name) => section(after, name))).toEqual(others.map((name) => section(before, name)));
    }
  });
});
