import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../load/source.js';
import { messageFile, modelOf } from '../testing/catalog.js';
import { mostReadmeBytes, renderReadme, type ReadmeDetail } from './readme.js';
import { render } from './render.js';
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
  return render(modelOf(Object.fromEntries(files)), readmes)[0]?.content ?? '';
}

describe('The README', () => {
  it('tells the fields of few messages, with their whole meaning', () => {
    expect(readme(2)).toContain(
      '|`first`|string|✓|Id of the model, as the storage connection knows it|\n|`second`|integer|✗|How many|',
    );
  });

  it.each([
    { count: 180, shows: 'methods alone', has: '](docs/message-number-179-request.md) ·', lacks: '|`first`|' },
    {
      count: 600,
      shows: 'links alone',
      has: '[message-number-599-request](docs/',
      lacks: '### message-number-1-request',
    },
    { count: 2000, shows: 'where the pages are', has: 'has a page in', lacks: 'message-number-7-request' },
  ])('of $count messages tells $shows, and fits', ({ count, has, lacks }) => {
    const text = readme(count);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(mostReadmeBytes);
    // Not toContain, which would print all of the README.
    expect({ has: text.includes(has), lacks: !text.includes(lacks) }).toEqual({ has: true, lacks: true });
  });

  it('groups its index by domain', () => {
    expect(readme(4)).toContain(
      '- **domain-0**: [message-number-0-request](#message-number-0-request), [message-number-3-request](#message-number-3-request)\n- **domain-1**:',
    );
  });
});

describe('renderReadme', () => {
  /** What is rendered in the end, where only details that this admits fit. */
  function chosen(messages: number, fits: (detail: ReadmeDetail) => boolean): string {
    const large = ' '.repeat(mostReadmeBytes + 1);
    return renderReadme(messages, (detail) => (fits(detail) ? JSON.stringify(detail) : large));
  }

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
    expect(chosen(messages, fits)).toBe(JSON.stringify(want));
  });
});
