import { describe, expect, it } from 'vitest';
import type { Change, ChangeReport } from '../diff/change-report.js';
import type { JsonObject } from '../json.js';
import { messageFile, modelOf } from '../testing/catalog.js';
import { releaseNotes } from './release-notes.js';

const object = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
});
const text = { type: 'string' };

const cut = (properties: JsonObject, required: readonly string[], payload: JsonObject): JsonObject =>
  messageFile('cut-request', object(properties, required), { examples: [{ title: 'A sheet', payload }] });

const before = modelOf({
  'catalog.yaml': { title: 'Paper mill', version: '1.4.0' },
  'messages/cut-request.yaml': cut({ sheet: text }, ['sheet'], { sheet: 's1' }),
  'messages/press-request.yaml': messageFile('press-request', object({ pulp: text }, ['pulp']), {
    deprecated: { since: '1.3.0', replacedBy: 'roll-request' },
  }),
  'messages/roll-request.yaml': messageFile('roll-request', object({ pulp: text }, ['pulp'])),
  'messages/dry-request.yaml': messageFile('dry-request', object({})),
  'messages/cut-completed.yaml': messageFile('cut-completed', object({ parts: { type: 'integer' } }), {
    sentBy: 'workers',
  }),
});

const after = modelOf({
  'catalog.yaml': {
    title: 'Paper mill',
    version: '2.0.0',
    package: { repository: 'https://github.com/mill/queue.git' },
  },
  'messages/cut-request.yaml': cut({ sheet: text, width: { type: 'integer' } }, ['sheet', 'width'], {
    sheet: 's1',
    width: 210,
  }),
  'messages/roll-request.yaml': messageFile(
    'roll-request',
    object({ pulp: text, speed: { type: 'integer', description: 'Speed, in metres a minute. At most 1,000.' } }, [
      'pulp',
    ]),
    { deprecated: { since: '2.0.0', reason: 'Rolls are rare' } },
  ),
  'messages/fold-request.yaml': messageFile('fold-request', object({}), { description: 'Folds `a|b`. Slowly.' }),
  'messages/cut-completed.yaml': messageFile('cut-completed', object({ parts: text }), { sentBy: 'workers' }),
});

function reportOf(changes: readonly Change[], more: Partial<ChangeReport> = {}): ChangeReport {
  return { before: '1.4.0', after: '2.0.0', bump: 'major', changes, exports: [], notices: [], ...more };
}

const needed: Change = {
  message: 'cut-request',
  sentBy: 'callers',
  side: 'oldWriters',
  level: 'runtime-breaking',
  pointer: '/required',
  reason: '`width` is required now.',
  witness: { sheet: 's9' },
};

describe('The notes of a release', () => {
  it('say what callers and workers have to do, with the old and the new call', () => {
    const changes: Change[] = [
      needed,
      { ...needed, side: 'oldReaders', level: 'undecided', reason: 'The pattern of `sheet` is another one.' },
      {
        message: 'cut-completed',
        sentBy: 'workers',
        side: 'oldReaders',
        level: 'runtime-breaking',
        pointer: '/properties/parts',
        reason: '`parts` is a text now.',
        witness: { parts: 'two' },
        waived: 'Nobody reads it.',
      },
      { ...needed, message: 'press-request', reason: 'The message is removed.' },
    ];
    const report = reportOf(changes, {
      exports: ['PressRequestMessage'],
      notices: [
        'message-added: fold-request, sent by callers.',
        'waiver-unused: `cut-request`: no change needs this waiver.',
        'retry: cut-request: failed jobs are repeated by other rules.',
      ],
    });
    expect(releaseNotes({ report, before, after, date: '2026-12-01' })).toMatchInlineSnapshot(`
      "## [2.0.0](https://github.com/mill/queue/compare/v1.4.0...v2.0.0) - 2026-12-01

      ### Added

      - \`fold-request\`: Folds \`a|b\`. Send it with \`client.foldRequest(…)\`.
      - \`roll-request\` may have \`speed\`: Speed, in metres a minute.

      ### Changed

      - retry: cut-request: failed jobs are repeated by other rules.

      #### \`cut-request\`

      - **Callers** must change what they send: \`width\` is required now.
      - **Workers** should check that they are ready for what they receive, which was not proven: The pattern of \`sheet\` is another one.

      <table>
      <tr><th>1.4.0</th><th>2.0.0</th></tr>
      <tr><td>

      \`\`\`ts
      await client.cutRequest({ sheet: 's1' });
      \`\`\`

      </td><td>

      \`\`\`ts
      await client.cutRequest({ sheet: 's1', width: 210 });
      \`\`\`

      </td></tr>
      </table>

      #### \`cut-completed\`

      - **Callers** must be ready for what they receive: \`parts\` is a text now. Accepted: Nobody reads it.

      May be received from now on:

      \`\`\`ts
      { parts: 'two' }
      \`\`\`

      ### Deprecated

      - \`roll-request\`: Since 2.0.0. Rolls are rare.

      ### Removed

      #### \`dry-request\`

      Nothing takes its place. No longer there:

      \`\`\`ts
      await client.dryRequest({});
      \`\`\`

      #### \`press-request\`

      Send \`roll-request\` instead.

      <table>
      <tr><th>1.4.0</th><th>2.0.0</th></tr>
      <tr><td>

      \`\`\`ts
      await client.pressRequest({ pulp: 'text' });
      \`\`\`

      </td><td>

      \`\`\`ts
      await client.rollRequest({ pulp: 'text' });
      \`\`\`

      </td></tr>
      </table>

      The package no longer exports \`PressRequestMessage\`.
      "
    `);
  });

  it('say that nothing changes', () => {
    const report = reportOf([], { bump: 'none', after: '1.4.1' });
    expect(releaseNotes({ report, before, after: before, date: '2026-12-01' })).toBe(
      '## [1.4.1] - 2026-12-01\n\nNothing changes for callers and workers.\n',
    );
  });

  it('keep texts of a catalog from becoming anything else', () => {
    const hostile: Change = {
      ...needed,
      message: 'roll-request',
      reason: '<img src=x> </table>\n# Title',
      witness: { pulp: '```\n</table>' },
    };
    const notes = releaseNotes({ report: reportOf([hostile]), before, after, date: '2026-12-01' });
    expect(notes).toContain('&lt;img src=x> &lt;/table> # Title');
    expect(notes).toContain("````ts\nawait client.rollRequest({ pulp: '```\\n</table>' });\n````");
  });

  it('show a snippet where types alone break', () => {
    const { witness: _, ...rest } = needed;
    const snippet = 'const sheet: string = payload.sheet;';
    const compile: Change = { ...rest, side: 'oldReaders', level: 'compile-breaking', snippet };
    const notes = releaseNotes({ report: reportOf([compile]), before, after, date: '2026-12-01' });
    expect(notes).toContain('- **Workers** must change the code that receives it: `width` is required now.');
    expect(notes).toContain(`No longer compiles:\n\n\`\`\`ts\n${snippet}\n\`\`\`\n`);
  });
});
