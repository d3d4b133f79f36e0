import { payload, testRule } from '../../testing/rule-tests.js';

testRule('resolvable-reference', [
  {
    title: 'references that lead nowhere, or out of the catalog',
    given: {
      ...payload(
        'properties:',
        '  a: { $ref: ▸../../types/bax.yaml }',
        '  b: { $ref: ▸"https://example.com/schema" }',
        '  c: { $ref: ▸"#/$defs/none" }',
        '  d: { $ref: ▸../../../../etc/passwd }',
        '  e: { $ref: ▸"file:///etc/passwd" }',
        '  f: { $ref: ▸/etc/passwd }',
        '  g: { $ref: ▸"#none" }',
        '  h: { $ref: ▸"%ff" }',
        '  i: { $ref: ▸../../types/box.yaml#/$defs/covr }',
        '  j: { $ref: ▸"#/definitions/own" }',
        '  k: { $ref: ▸"#/components/schemas/Box" }',
        '  l: { $ref: ▸box }',
        '  m: { $ref: ▸"#/definitions/group/inner" }',
        '$defs: { own: true }',
        'definitions: { group: { inner: { type: string } } }',
      ),
      'types/box.yaml': 'type: object\n$defs: { side: true, cover: true }\n',
    },
    want: [
      '"../../types/bax.yaml" points at types/bax.yaml, which the catalog does not have. Did you mean "../../types/box.yaml"?',
      '"https://example.com/schema" points outside the catalog, and nothing is fetched: write a relative path, or # and a pointer.',
      '"#/$defs/none" points at #/$defs/none of this file, where there is no schema. Correct the pointer, or add the schema.',
      '"../../../../etc/passwd" points outside the catalog, where nothing is read: put the file into types/.',
      '"file:///etc/passwd" points outside the catalog, and nothing is fetched: write a relative path, or # and a pointer.',
      '"/etc/passwd" must be a path relative to this file, such as ../types/x.yaml.',
      '"#none" has the fragment #none: write a pointer such as #/$defs/none, or add that $anchor.',
      '"%ff" is not a valid URI reference: write a % as %25.',
      '"../../types/box.yaml#/$defs/covr" points at #/$defs/covr of types/box.yaml, where there is no schema. Did you mean "../../types/box.yaml#/$defs/cover"?',
      '"#/definitions/own" points at #/definitions/own of this file, where there is no schema. Write "#/$defs/own", if that is meant.',
      '"#/components/schemas/Box" points at #/components/schemas/Box of this file, where there is no schema. Write "../../types/box.yaml", if that is meant.',
      '"box" points at messages/demo/box, which the catalog does not have. Write "../../types/box.yaml", if that is meant.',
      '"#/definitions/group/inner" points at #/definitions/group/inner of this file, where there is no schema. Only what a keyword holds is a schema: move it into $defs.',
    ],
  },
]);
