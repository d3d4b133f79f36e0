import { expect, it } from 'vitest';
import { diagnose } from '../testing/diagnose.js';

const files = {
  'catalog.yaml': 'title: Demo\nversion: 1.0.0\n',
  'types/place.yaml': `description: Where something is.
type: object
required: [path]
properties:
  path:
    type: string
    examples: [/a, /b]
  rank: { type: integer, minimum: 1 }
additionalProperties: false
`,
  'messages/demo/move-request.yaml': `name: move-request
description: >-
  Moves something from one place to another, and says
  when it has arrived.
outcome: move-completed
emits: [move-completed]
retry:
  attempts: 3
  retryOn:
    - TIMEOUT
    - UNAVAILABLE
examples:
  - title: Move one
    payload:
      from: { path: /a }
      mode: fast
  - title: Move two
    payload:
      from: { path: /b, rank: 2 }
      mode: slow
payload:
  type: object
  required: [from, mode]
  properties:
    from:
      $ref: ../../types/place.yaml
    mode:
      description: How fast.
      type: string
      enum:
        - fast
        - slow
      default: fast
    more:
      oneOf:
        - type: string
          pattern: ^a+$
        - $ref: '#/$defs/count'
  additionalProperties: false
  $defs:
    count: { type: integer, minimum: 0 }
`,
  'messages/demo/move-completed.yaml': `name: move-completed
description: Says that something has arrived.
payload:
  $ref: move-request.yaml#/properties/from
`,
};

type File = keyof typeof files;

/** What slips into a line when somebody edits it. */
const slips: Readonly<Record<string, (line: string) => string>> = {
  'a tab': (line) => line.replace(/^ +/, '\t'),
  'a space more': (line) => ` ${line}`,
  'a space less': (line) => line.replace(/^ /, ''),
  'three spaces more': (line) => `   ${line}`,
  'a second colon': (line) => line.replace(/: (?=\S)/, ': a: '),
  'no colon': (line) => line.replace(':', ''),
  'a reserved character': (line) => line.replace(/: (?=\S)/, ': @'),
  'an open quote': (line) => line.replace(/: (?=\S)/, ': "'),
  'an open bracket': (line) => line.replace(/: (?=\S)/, ': ['),
  'no closing bracket': (line) => line.replace(/[\]}](?=[^\]}]*$)/, ''),
  'an anchor': (line) => line.replace(/: (?=\S)/, ': &a '),
  'the line twice': (line) => `${line}\n${line}`,
};

/** The catalog with a slip in each of its lines, one after the other. */
function broken(slip: (line: string) => string): { title: string; given: Record<File, string> }[] {
  return (Object.keys(files) as File[]).flatMap((path) => {
    const lines = files[path].split('\n');
    return lines.flatMap((line, number) => {
      const slipped = slip(line);
      const text = lines.with(number, slipped).join('\n');
      return slipped === line ? [] : [{ title: `${path}:${number + 1}`, given: { ...files, [path]: text } }];
    });
  });
}

it.each(Object.entries(slips))(
  'A file that is no YAML since %s slipped into it is one problem',
  { timeout: 60_000 },
  (_, slip) => {
    let count = 0;
    for (const { title, given } of broken(slip)) {
      const reported = diagnose(given);
      // What is YAML all the same may break any rule.
      if (!reported.some((line) => line.includes(' yaml-syntax: '))) continue;
      count += 1;
      expect([title, ...reported]).toEqual([title, expect.any(String)]);
    }
    expect(count).toBeGreaterThan(5);
  },
);
