import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../json.js';
import { messageFile, modelOf } from '../testing/catalog.js';
import { mostReadmeBytes, mostThatFits, type ReadmeDetail } from './readme.js';
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

/** The README of a catalog with so many messages. */
function readme(count: number): string {
  const files = Array.from({ length: count }, (_, index): [string, Json] => {
    const name = `message-number-${index}-request`;
    return [`messages/domain-${index % 3}/${name}.yaml`, messageFile(name, payload)];
  });
  return rendering(modelOf(Object.fromEntries(files)))(readmes)[0]?.content ?? '';
}

describe('The README', () => {
  it('tells the fields of few messages, with their whole meaning', () => {
    expect(readme(2)).toContain(
      '\n`first`|string|✓|Id of the model, as the storage connection knows it\n`second`|integer|✗|How many\n',
    );
  });

  it.each([
    { count: 210, shows: 'methods alone', has: '`messageNumber_149Request` · `', lacks: '`first`|' },
    {
      count: 600,
      shows: 'links alone',
      has: '[message-number-599-request](docs/',
      lacks: '### message-number-1-request',
    },
    { count: 2000, shows: 'where the pages are', has: 'The pages are in', lacks: 'message-number-7-request' },
  ])('of $count messages tells $shows, and fits', ({ count, has, lacks }) => {
    const text = readme(count);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(mostReadmeBytes);
    // Not toContain, which would print all of the README.
    expect({ has: text.includes(has), lacks: !text.includes(lacks) }).toEqual({ has: true, lacks: true });
  });

  it('groups its index by domain', () => {
    expect(readme(4)).toContain(
      '- **domain-0**: [message-number-0-request](docs/message-number-0-request.md), [message-number-3-request](docs/message-number-3-request.md)\n- **domain-1**:',
    );
  });
});

describe('The most that fits', () => {
  const large = ' '.repeat(mostReadmeBytes + 1);

  it.each<{ title: string; messages: number; fits: (detail: ReadmeDetail) => boolean; want: ReadmeDetail }>([
    { title: 'as much as there is', messages: 1, fits: () => true, want: { shows: 'fields', meaning: 80 } },
    {
      title: 'shorter meanings',
      messages: 1,
      fits: (detail) => detail.shows !== 'fields' || detail.meaning < 60,
      want: { shows: 'fields', meaning: 56 },
    },
    { title: 'no fields', messages: 1, fits: ({ shows }) => shows !== 'fields', want: { shows: 'methods' } },
    { title: 'no fields of too many messages', messages: 500, fits: () => true, want: { shows: 'methods' } },
    { title: 'names', messages: 1, fits: ({ shows }) => shows === 'names', want: { shows: 'names' } },
    { title: 'nothing', messages: 10_000, fits: () => true, want: { shows: 'nothing' } },
  ])('tells $title', ({ messages, fits, want }) => {
    const text = mostThatFits(
      messages,
      (detail) => (fits(detail) ? JSON.stringify(detail) : large),
      (meaning) => meaning,
    );
    expect(text).toBe(JSON.stringify(want));
  });

  it('is rendered once too often at most, where the meanings alone make the difference', () => {
    const bytesOf = (meaning: number): number => meaning * 10;
    const rendered: ReadmeDetail[] = [];
    const text = mostThatFits(
      1,
      (detail) => {
        rendered.push(detail);
        return ' '.repeat(mostReadmeBytes - 400 + (detail.shows === 'fields' ? bytesOf(detail.meaning) : 0));
      },
      bytesOf,
    );
    expect(rendered).toEqual([
      { shows: 'fields', meaning: 80 },
      { shows: 'fields', meaning: 40 },
    ]);
    expect(Buffer.byteLength(text)).toBe(mostReadmeBytes);
  });
});
