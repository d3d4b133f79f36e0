import { describe, expect, it } from 'vitest';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { parseYaml } from '../load/parse-yaml.js';
import { readableRest } from '../load/readable-rest.js';
import { checkRest, checkStructure } from './structure.js';

const sound = `name: send-mail
description: >-
  Sends a mail.
  To many.
outcome: mail-sent
emits:
  - mail-opened
  - mail-bounced
deprecated: { since: 1.0.0, reason: Slow }
retry:
  attempts: 3
  backoff:
    type: fixed
    delay: 2s
  retryOn: [BUSY]
examples:
  - title: To one
    payload:
      to: a@b.example
  - title: To two
    payload: { to: a@b.example }
payload:
  type: object
  required:
    - to
  properties:
    to:
      description: 'To: whom.'
      type: string
    kind:
      oneOf:
        - { const: plain }
        - type: object
          properties:
            rich:
              $ref: ../types/rich.yaml
    size: { type: [integer, "null"], minimum: 0 }
  additionalProperties: false
`;

const onLine = (change: (line: string) => string) => (lines: readonly string[], index: number) =>
  lines.with(index, change(lines[index] ?? ''));
const inValue = (text: string) => onLine((line) => line.replace(/(: |- )(?! ).*$/, `$1${text}`));

/** Mistakes of YAML, made at a line of a text. */
const mistakes: Readonly<Record<string, (lines: readonly string[], index: number) => readonly string[]>> = {
  'a second colon': inValue('a: b: c'),
  'an open quote': inValue('"a'),
  'an open bracket': inValue('[a'),
  'an open brace': inValue('{ a: b'),
  'a character that starts no text': inValue('@a'),
  'an anchor': onLine((line) => line.replace(/(: |- )(?=\S)/, '$1&a ')),
  'an alias': inValue('*a'),
  'a missing colon': onLine((line) => line.replace(/:( |$)/, '$1')),
  'a space too many': onLine((line) => ` ${line}`),
  'a space too few': onLine((line) => line.replace(/^ /, '')),
  'a tab': onLine((line) => line.replace(/^ +/, '\t')),
  'a line twice': (lines, index) => [...lines.slice(0, index + 1), ...lines.slice(index)],
  'a second document': (lines, index) => lines.toSpliced(index, 0, '---'),
};

function structureProblems(text: string): readonly string[] {
  const { problems } = parseYaml(text);
  const rest = readableRest(text, problems);
  if (problems.length === 0 || rest === undefined) return [];
  const reporter = new Reporter(locatorOf);
  const file = { path: 'messages/send-mail.yaml', absolutePath: '/send-mail.yaml', text, value: null, rest };
  checkRest(file, 'message', reporter);
  return reporter.diagnostics.map(({ message }) => message);
}

describe('What is left of a sound message has the right structure', () => {
  it.each(Object.entries(mistakes))('without %s', (_, make) => {
    const lines = sound.split('\n');
    const made = lines.map((_line, index) => make(lines, index).join('\n'));
    for (const text of made) expect({ text, problems: structureProblems(text) }).toEqual({ text, problems: [] });
  });
});

describe('A name that is none', () => {
  it.each(['Send Mail', 'send-mial-', 'Other Name'])('is answered with that of the file: %s', (name) => {
    const text = sound.replace('send-mail', name);
    const reporter = new Reporter(locatorOf);
    const file = {
      path: 'messages/send-mail.yaml',
      absolutePath: '/send-mail.yaml',
      text,
      value: parseYaml(text).value,
    };
    checkStructure(file, 'message', reporter);
    expect(reporter.diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('Did you mean "send-mail"?'),
    ]);
  });
});
