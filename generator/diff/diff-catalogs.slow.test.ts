import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.js';
import { catalogOf, type CatalogTexts } from '../testing/catalog-texts.js';
import type { Bump, ChangeReport, Diff } from './change-report.js';
import { diffCatalogs } from './diff-catalogs.js';

const today = '2026-06-01';
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: 'object', properties, ...more });
const message = (name: string, payload: Json, more: JsonObject = {}): CatalogTexts => ({
  [`messages/${name}.yaml`]: JSON.stringify({ name, description: 'A message.', payload, ...more }),
});
const settings = (more: JsonObject): CatalogTexts => ({
  'catalog.yaml': JSON.stringify({ title: 'Demo', version: '1.0.0', ...more }),
});
const diff = async (before: CatalogTexts, after: CatalogTexts, options = {}): Promise<Diff> =>
  diffCatalogs(catalogOf(before), catalogOf(after), { today, ...options });

const text: JsonObject = { type: 'string' };
const ask = (payload: Json, more: JsonObject = {}): CatalogTexts => message('a-request', payload, more);
const done = (payload: Json): CatalogTexts => ({
  ...ask(object({}), { outcome: 'a-completed' }),
  ...message('a-completed', payload),
});

/** What differs, and what is reported: bump, and of each change its message, side, level, pointer and what shows it. */
const rows: readonly (readonly [
  what: string,
  before: CatalogTexts,
  after: CatalogTexts,
  bump: Bump,
  changes: readonly string[],
])[] = [
  ['nothing', ask(text), ask(text), 'none', []],
  ['a description', ask(text), ask({ ...text, description: 'Other.' }), 'patch', []],
  ['a keyword that nobody knows', ask({ ...text, 'x-note': 1 }), ask({ ...text, 'x-note': 2 }), 'patch', []],
  ['an example', ask(text), ask(text, { examples: [{ title: 'x', payload: 'y' }] }), 'patch', []],
  ['an optional property', ask(object({ a: text })), ask(object({ a: text, b: text })), 'minor', []],
  [
    'a property that is gone',
    ask(object({ a: text, b: text })),
    ask(object({ a: text })),
    'major',
    [
      'a-request oldWriters compile-breaking /properties/b snippet',
      'a-request oldReaders compile-breaking /properties/b snippet',
    ].toSorted(),
  ],
  [
    'a required property',
    ask(object({ a: text })),
    ask(object({ a: text, b: text }, { required: ['b'] })),
    'major',
    ['a-request oldWriters runtime-breaking /required/0 witness snippet'],
  ],
  [
    'a list of what holds itself',
    ask(
      object(
        { a: { type: 'array', items: { $ref: '#/$defs/b' } } },
        { $defs: { b: object({ c: { $ref: '#/$defs/b' } }) } },
      ),
    ),
    ask(object({ a: text })),
    'major',
    [
      'a-request oldReaders runtime-breaking /properties/a/type witness snippet',
      'a-request oldWriters runtime-breaking /properties/a/type witness snippet',
    ],
  ],
  [
    'a limit of what callers write',
    ask(object({ a: text })),
    ask(object({ a: { ...text, minLength: 2 } })),
    'major',
    ['a-request oldWriters runtime-breaking /properties/a/minLength witness'],
  ],
  [
    'a limit of what workers write',
    done(object({ a: text })),
    done(object({ a: { ...text, minLength: 2 } })),
    'minor',
    ['a-completed oldWriters runtime-breaking /properties/a/minLength witness'],
  ],
  [
    'a limit that callers rely on',
    done(object({ a: { ...text, maxLength: 9 } })),
    done(object({ a: text })),
    'major',
    ['a-completed oldReaders runtime-breaking /properties/a/maxLength witness'],
  ],
  [
    'one more value that callers may send',
    ask(object({ a: { enum: ['x'] } })),
    ask(object({ a: { enum: ['x', 'y'] } })),
    'minor',
    ['a-request oldReaders runtime-breaking /properties/a/enum witness'],
  ],
  [
    'a removed message',
    { ...ask(text), ...message('b', text) },
    ask(text),
    'major',
    ['b oldWriters runtime-breaking  witness snippet'],
  ],
  ['an added message', ask(text), { ...ask(text), ...message('b', text) }, 'minor', []],
  [
    'a lost outcome',
    { ...done(text) },
    { ...ask(object({})), ...message('a-completed', text, { sentBy: 'workers' }) },
    'major',
    ['a-request oldReaders compile-breaking /outcome snippet'],
  ],
  [
    'a gained outcome',
    { ...ask(object({})), ...message('a-completed', text, { sentBy: 'workers' }) },
    { ...done(text) },
    'minor',
    [],
  ],
  [
    'an inlined type',
    { ...ask(object({ a: { $ref: '../types/t.yaml' } })), 'types/t.yaml': 'type: string' },
    { ...ask(object({ a: text })), 'types/t.yaml': 'type: string' },
    'patch',
    [],
  ],
  [
    'an export that is gone',
    { ...ask(object({ a: { $ref: '../types/t.yaml' } })), 'types/t.yaml': 'type: string' },
    ask(object({ a: text })),
    'major',
    [],
  ],
  [
    'known values',
    ask(object({ a: { ...text, 'x-known-values': ['x', 'y'] } })),
    ask(object({ a: { ...text, 'x-known-values': ['x'] } })),
    'patch',
    [],
  ],
  [
    'a variable of the environment',
    { ...ask(text) },
    { ...ask(text), ...settings({ environment: { apiKey: 'OTHER_KEY' } }) },
    'major',
    [],
  ],
  [
    'rules of lint',
    { ...ask(text) },
    { ...ask(text), ...settings({ lint: { rules: { 'used-type': { off: true, reason: 'x' } } } }) },
    'none',
    [],
  ],
];

const lines = ({ changes }: ChangeReport): string[] =>
  changes.map(({ message: name, side, level, pointer, witness, snippet }) =>
    [
      name,
      side,
      level,
      pointer,
      ...(witness === undefined ? [] : ['witness']),
      ...(snippet === undefined ? [] : ['snippet']),
    ].join(' '),
  );

describe('A diff', () => {
  it.each(rows)('reports %s', async (_, before, after, bump, changes) => {
    const { report, problems } = await diff(before, after);
    expect({ bump: report.bump, changes: lines(report), problems }).toEqual({ bump, changes, problems: [] });
  });

  it('has the safe sides too where all are asked for', async () => {
    const { report } = await diff(ask(object({ a: text })), ask(object({ a: text, b: text })), { all: true });
    expect(lines(report)).toEqual(['a-request oldReaders safe ', 'a-request oldWriters safe ']);
  });

  it('lets a payload hold what only the other version names where it is strict', async () => {
    const { report } = await diff(ask(object({ a: text })), ask(object({ a: text, b: text })), { strict: true });
    expect(report.changes[0]).toMatchObject({ side: 'oldWriters', level: 'runtime-breaking', witness: { b: {} } });
  });

  it('builds a witness from the example of the message, changed at the place alone', async () => {
    const payload = object({ model: text, size: { type: 'integer' }, tag: text }, { required: ['model', 'size'] });
    const limited = object(
      { model: text, size: { type: 'integer', maximum: 10 }, tag: text },
      { required: ['model', 'size'] },
    );
    const examples = [{ title: 'x', payload: { model: 'm1', size: 3, tag: 'new' } }];
    const { report } = await diff(ask(payload, { examples }), ask(limited, { examples }));
    expect(report.changes[0]?.witness).toEqual({ model: 'm1', size: 11 });
  });

  it('shows a value with a percent sign in code as it is', async () => {
    const payload = (values: readonly string[]): JsonObject => object({ a: { enum: values } });
    const { report } = await diff(ask(payload(['50%', '100%'])), ask(payload(['50%'])));
    expect(report.changes[0]?.snippet).toContain("= '100%';");
  });

  it('suggests that a message was renamed', async () => {
    const { report } = await diff({ ...ask(object({ a: text })) }, { ...message('b-request', object({ a: text })) });
    expect(report.notices).toEqual([
      'message-added: `b-request`, sent by callers.',
      'message-renamed: `a-request` may be `b-request` now: their payloads are equal. Keep the old name, deprecated, to break nobody.',
    ]);
  });

  it('says of a removal whether it was announced', async () => {
    const deprecated = (removal: string): JsonObject => ({ deprecated: { since: '1.0.0', replacedBy: 'b', removal } });
    const removed = async (removal: string): Promise<string | undefined> => {
      const { report } = await diff({ ...ask(text, deprecated(removal)), ...message('b', text) }, message('b', text));
      return report.changes[0]?.reason;
    };
    expect(await removed('2026-05-31')).toBe('The message is removed, as announced for 2026-05-31. Send `b` instead.');
    expect(await removed('2026-07-01')).toBe(
      'The message is removed, before 2026-07-01, for which it was announced. Send `b` instead.',
    );
  });
});

it('has a sentence for each place, for so many', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const all = (schema: JsonObject): CatalogTexts =>
    ask(object(Object.fromEntries(names.map((name) => [name, schema]))));
  const { report, placesOf } = await diff(all(text), all({ ...text, maxLength: 3 }));
  expect(report.changes.map(({ reason }) => reason)).toMatchInlineSnapshot(`
    [
      "\`"a"\` must now have at most 3 characters. \`"b"\` must now have at most 3 characters. \`"c"\` must now have at most 3 characters. \`"d"\` must now have at most 3 characters. \`"e"\` must now have at most 3 characters. And 2 more places.",
    ]
  `);
  expect(report.changes.flatMap((change) => placesOf(change))).toHaveLength(7);
});

it('names what was added, at every depth, and no part of what was', async () => {
  const inner = object({ b: text, c: object({ d: text }) });
  const { added } = await diff(ask(object({ a: object({}) })), { ...ask(object({ a: inner })), ...message('b', text) });
  expect(added).toEqual([
    '`a-request` may have `a.b`',
    '`a-request` may have `a.c`',
    '`b`: A message. Send it with `client.b(…)`.',
  ]);
});

describe('A waiver', () => {
  const before = ask(object({ a: text, b: text }));
  const limit = { ...text, minLength: 2 };
  const waived = (waiver: JsonObject, payload: Json = object({ a: limit, b: text })): CatalogTexts => ({
    ...ask(payload),
    ...settings({ diff: { waivers: [{ message: 'a-request', reason: 'Nobody does.', ...waiver }] } }),
  });

  it('admits a break until its day', async () => {
    const { report, problems } = await diff(before, waived({ pointer: '/properties/a', until: today }));
    expect([report.bump, report.changes[0]?.waived, problems]).toEqual(['minor', 'Nobody does.', []]);
  });

  it('is an error after it', async () => {
    const { report, problems } = await diff(before, waived({ pointer: '/properties/a', until: '2026-05-31' }));
    expect([report.bump, report.changes[0]?.waived]).toEqual(['major', undefined]);
    expect(problems).toEqual([
      'The waiver of `a-request` at `/properties/a` ended on 2026-05-31: remove it from catalog.yaml, or give it a later date and a reason.',
    ]);
  });

  it('admits no break elsewhere', async () => {
    const { report } = await diff(
      before,
      waived({ pointer: '/properties/a', until: today }, object({ a: limit, b: limit })),
    );
    expect([report.bump, report.changes[0]?.pointer]).toEqual(['major', '/properties/b/minLength']);
  });

  it('admits each place by itself', async () => {
    const was = ask(object({ id: text, kind: text }));
    const is = object({ id: { ...text, format: 'uuid' }, kind: text }, { required: ['id', 'kind'] });
    const found = async (...pointers: readonly string[]): Promise<unknown> => {
      const waivers = pointers.map((pointer) => ({
        message: 'a-request',
        pointer,
        reason: `Of ${pointer}.`,
        until: today,
      }));
      const { report, placesOf } = await diff(was, { ...ask(is), ...settings({ diff: { waivers } }) });
      const [change] = report.changes;
      const { reason, witness } = change ?? {};
      const places = change === undefined ? [] : placesOf(change).map(({ pointer }) => pointer);
      return {
        changes: lines(report),
        reason,
        witness,
        waived: change?.waived,
        places,
        bump: report.bump,
        notices: report.notices,
      };
    };
    const [required, format] = ['/required', '/properties/id/format'];
    expect(await found()).toMatchInlineSnapshot(`
      {
        "bump": "major",
        "changes": [
          "a-request oldWriters runtime-breaking /properties/id/format witness snippet",
        ],
        "notices": [],
        "places": [
          "/properties/id/format",
          "/required/0",
          "/required/1",
        ],
        "reason": "\`"id"\` must now have the format \`uuid\`. The payload must now have \`"id"\`. The payload must now have \`"kind"\`.",
        "waived": undefined,
        "witness": {
          "id": "text",
        },
      }
    `);
    expect(await found(format)).toMatchInlineSnapshot(`
      {
        "bump": "major",
        "changes": [
          "a-request oldWriters runtime-breaking /required/0 witness snippet",
        ],
        "notices": [],
        "places": [
          "/required/0",
          "/required/1",
        ],
        "reason": "The payload must now have \`"id"\`. The payload must now have \`"kind"\`.",
        "waived": undefined,
        "witness": {},
      }
    `);
    expect(await found(required)).toMatchInlineSnapshot(`
      {
        "bump": "major",
        "changes": [
          "a-request oldWriters runtime-breaking /properties/id/format witness snippet",
        ],
        "notices": [],
        "places": [
          "/properties/id/format",
        ],
        "reason": "\`"id"\` must now have the format \`uuid\`.",
        "waived": undefined,
        "witness": {
          "id": "text",
        },
      }
    `);
    expect(await found(format, required)).toMatchInlineSnapshot(`
      {
        "bump": "minor",
        "changes": [
          "a-request oldWriters runtime-breaking /properties/id/format witness snippet",
        ],
        "notices": [],
        "places": [
          "/properties/id/format",
          "/required/0",
          "/required/1",
        ],
        "reason": "\`"id"\` must now have the format \`uuid\`. The payload must now have \`"id"\`. The payload must now have \`"kind"\`.",
        "waived": "Of /properties/id/format. Of /required.",
        "witness": {
          "id": "text",
        },
      }
    `);
  });

  it('does not hide that types break elsewhere', async () => {
    const { report } = await diff(before, waived({ pointer: '/properties/a', until: today }, object({ a: limit })));
    expect([report.bump, lines(report), report.changes.map(({ reason }) => reason)]).toMatchInlineSnapshot(`
      [
        "major",
        [
          "a-request oldWriters runtime-breaking /properties/a/minLength witness",
          "a-request oldReaders compile-breaking /properties/b snippet",
          "a-request oldWriters compile-breaking /properties/b snippet",
        ],
        [
          "\`"a"\` must now have at least 2 characters.",
          "\`"b"\` is gone.",
          "\`"b"\` is gone.",
        ],
      ]
    `);
  });

  it('of a message that is not there is reported', async () => {
    const { report } = await diff(before, waived({ message: 'c-request', until: '2027-01-01' }));
    expect(report.notices).toContain('waiver-unused: `c-request`: there is no such message.');
  });

  it('that nothing needs is reported', async () => {
    const { report } = await diff(
      before,
      waived({ pointer: '/properties/c', until: today }, object({ a: text, b: text })),
    );
    expect(report.notices).toEqual(['waiver-unused: `a-request` at `/properties/c`: no change needs this waiver.']);
  });
});

describe('A secret', () => {
  const secret = ask(object({ a: { ...text, 'x-secret': true } }));
  const plain = ask(object({ a: text }));

  it('that is one from now on is a notice', async () => {
    const { report, problems } = await diff(plain, secret);
    expect([report.bump, report.notices, problems]).toEqual([
      'patch',
      ['secret-added: `a-request` at `/properties/a` is redacted from now on.'],
      [],
    ]);
  });

  it('that is none any more stops a run until it is waived', async () => {
    expect((await diff(secret, plain)).problems).toHaveLength(1);
    const waiver = { message: 'a-request', pointer: '/properties/a', reason: 'It is public.', until: today };
    expect((await diff(secret, { ...plain, ...settings({ diff: { waivers: [waiver] } }) })).problems).toEqual([]);
  });
});
