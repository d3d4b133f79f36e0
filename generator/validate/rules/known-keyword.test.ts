import { payload, testRule } from '../../testing/rule-tests.js';

testRule('known-keyword', [
  {
    title: 'keywords one or two letters away from a known one',
    given: payload(
      'type: object',
      '▸requird: [a]',
      'properties:',
      '  a: { ▸tpye: string, ▸maxlength: 3 }',
      '  b: { ▸x-secrt: true }',
      '  c: { items: { ▸defs: {} } }',
    ),
    want: [
      '"requird" is not known here. Did you mean "required"?',
      '"tpye" is not known here. Did you mean "type"?',
      '"maxlength" is not known here. Did you mean "maxLength"?',
      '"x-secrt" is not known here. Did you mean "x-secret"?',
      '"defs" is not known here. Did you mean "$defs"?',
    ],
  },
  {
    title: 'nothing of other keywords, and of what only looks like one',
    given: payload(
      'properties:',
      '  requird: true',
      '  a: { enum: [x], enumDescriptions: [X], markdownDescription: a, "meta:enum": {}, tsType: Foo, note: n }',
      '  b: { default: { requird: 1 }, examples: [{ tpye: 1 }] }',
      '  c: { example: x, nullable: true, id: c, x-enum-varnames: [A], dependencies: {} }',
    ),
    want: [],
  },
]);
