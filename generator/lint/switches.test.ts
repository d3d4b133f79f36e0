import { describe, expect, it } from 'vitest';
import { CatalogError } from '../diagnostics/diagnostic.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { pointerText } from '../schema/pointer.js';
import { catalogOf, sourceOf, type CatalogTexts } from '../testing/catalog-texts.js';
import { validate } from '../validate/validate.js';
import { lintFindings } from './lint.js';
import { lintRules } from './rules.js';

/** One rule's settings in catalog.yaml, as JSON, which is YAML too. */
type RuleSettings = Readonly<Record<string, unknown>>;

const shape = '{ description: A part., properties: { width: { description: Across. }, height: { description: Up. } } }';

/** A catalog that breaks every rule, each in one place. */
function catalogWith(settings: Readonly<Record<string, RuleSettings>>): CatalogTexts {
  // An exception for what is not there breaks existing-exception; it stands beside whatever else is set.
  const rules = { ...settings, 'used-type': { ...gone, ...settings['used-type'] } };
  return {
    'catalog.yaml': `title: Demo\nversion: 1.0.0\nlint: ${JSON.stringify({ rules })}\n`,
    'messages/demo/sync-request.yaml': `name: sync-request
description: Brings a shop up to date.
payload:
  type: object
  properties:
    bare: {}
    modelId: { type: string, description: The model id. }
    password: { type: string, description: Opens the shop. }
    createdAt: { type: string, description: When it was opened. }
    left: ${shape}
    right: ${shape}
    empty: { type: string, description: Nothing., minLength: 2, maxLength: 1 }
    either: { description: One., oneOf: [{ type: integer }, { type: number }] }
    slow: { type: string, description: Long., pattern: 'a*b' }
    filled: { type: string, description: Is filled in., default: 1 }
    shown: { type: string, description: Is shown., examples: [1] }
    known: { type: string, description: Is known., maxLength: 1, x-known-values: [long] }
    listed: { type: string, description: Is listed., enum: [b, 1] }
    twice: { type: string, description: Is listed twice., enum: [b, b] }
    odd: { description: Is odd., tsType: Odd, format: every-now-and-then, required: [absent] }
`,
    'stray.yaml': '',
    'types/unused.yaml': 'type: string\ndescription: Nobody refers to it.\n',
  };
}

const gone: RuleSettings = { except: [{ path: 'messages/gone.yaml', reason: 'It is gone.' }] };

/** Findings as `rule file#pointer`, sorted. */
const findings = (settings: Readonly<Record<string, RuleSettings>>): string[] =>
  lintFindings(catalogOf(catalogWith(settings)))
    .map(({ rule, file, path }) => `${rule} ${file.path}#${pointerText(path)}`)
    .sort();

const problems = (settings: Readonly<Record<string, RuleSettings>>): string[] => {
  const reporter = new Reporter(locatorOf);
  expect(() => validate(sourceOf(catalogWith(settings)), reporter)).toThrow(CatalogError);
  return reporter.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
};

const everything = findings({});
const ids = lintRules.map(({ id }) => id);

it('A catalog can break every rule', () => {
  expect([...new Set(everything.map((finding) => finding.split(' ')[0]))]).toEqual(ids.toSorted());
});

describe.each(ids)('%s, in catalog.yaml', (id) => {
  const others = everything.filter((finding) => !finding.startsWith(`${id} `));
  const own = everything.filter((finding) => finding.startsWith(`${id} `));

  it('is switched off, and no other rule is', () => {
    expect(findings({ [id]: { off: true, reason: 'Later.' } })).toEqual(others);
  });

  it('is switched off in places, and no other rule is', () => {
    const except = own.map((finding) => ({ path: finding.slice(id.length + 1), reason: 'Later.' }));
    const known = id === 'used-type' ? [{ path: 'messages/gone.yaml', reason: 'It is gone.' }] : [];
    expect(findings({ [id]: { except: [...known, ...except] } })).toEqual(others);
  });

  it.each([
    ['no reason', { off: true }, /With "off" comes "reason"/],
    ['a blank reason', { off: true, reason: '  ' }, /^There is no text here\. Write one: Why the rule is off\.$/],
    ['an exception without a reason', { except: [{ path: 'messages' }] }, /"reason" is missing/],
    [
      'an exception with a blank reason',
      { except: [{ path: 'messages', reason: '' }] },
      /^There is no text here\. Write one: Why the rule does not hold there\.$/,
    ],
  ])('is not switched with %s', (_, settings, want) => {
    expect(problems({ [id]: settings })).toEqual([expect.stringMatching(want)]);
  });
});
