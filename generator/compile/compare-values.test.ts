import { describe, expect, it } from 'vitest';
import type { BareSchema } from '../model/bare-schema.js';
import { schemaExpression } from '../render/typescript/schema-expression.js';
import { parseModule } from '../testing/programs.js';
import { compareDeclarations } from './compare.js';
import type { Expectations } from './expectations.js';
import { annotatedShape, callShape, memberShape, nameShape, schemaShape } from './value-shape.js';

const schema = JSON.parse(
  `{"type":"object","properties":{"a":{"enum":["x","*/",-1.5,null,true,[{}]]},"b":{"$ref":"Other"},"__proto__":{"type":"string"}},
    "required":["a"],"not":false,"allOf":[{"$ref":"Demo"}],"const":{"$ref":"data"}}`,
) as BareSchema;

const expectations: Expectations = {
  types: new Map(),
  methods: new Map(),
  constants: new Map(),
  values: new Map([
    ['DemoSchema', annotatedShape(['reference', 'SchemaObject'], schemaShape(schema))],
    [
      'validateDemo',
      annotatedShape(
        ['reference', 'Validator', ['reference', 'DemoMessage']],
        callShape(nameShape('compileValidator'), [], [nameShape('DemoSchema')]),
      ),
    ],
    ['isDemo', memberShape(nameShape('validateDemo'), 'accepts')],
  ]),
};

function differences(code: string): string[] {
  return compareDeclarations(parseModule(code), '', expectations);
}

const rendered = `export const DemoSchema: SchemaObject = ${schemaExpression(schema, 0)};`;

describe('The comparison of emitted values with the model', () => {
  it('finds nothing in what the renderer writes', () => {
    expect(
      differences(
        `${rendered}\nexport const validateDemo: Validator<DemoMessage> = compileValidator(DemoSchema);\nexport const isDemo = validateDemo.accepts;`,
      ),
    ).toEqual([]);
  });

  const changes: readonly (readonly [given: string, from: string | RegExp, to: string])[] = [
    ['another text', "'x'", "'y'"],
    ['another number', '-1.5', '1.5'],
    ['a value that is computed', "'x'", "'x' + ''"],
    ['a template', "'x'", '`x`'],
    ['a call', "'x'", 'evil()'],
    ['a value less', "'x', ", ''],
    ['another keyword', 'required:', 'examples:'],
    ['another reference', '() => OtherSchema', '() => DemoSchema'],
    ['a reference that does something', '() => OtherSchema', '() => { evil(); return OtherSchema; }'],
    ['a reference that is data', '() => OtherSchema', "'OtherSchema'"],
    ['data that is a reference', "'data'", '() => dataSchema'],
    ['a getter', /required: \[[^\]]*\]/, "get required() { return ['a']; }"],
    ['a spread', 'required:', '...evil, required:'],
    ['a computed key', 'required:', '[evil()]: 1, required:'],
    ['another type', 'DemoSchema: SchemaObject', 'DemoSchema: Other'],
    ['a prototype', "['__proto__']", '__proto__'],
  ];
  it.each(changes)('finds %s', (_, from, to) => {
    const changed = rendered.replace(from, to);
    expect(changed).not.toBe(rendered);
    expect(differences(changed)).toEqual(['declares DemoSchema with another type or value than the model']);
  });

  it.each([
    ['validateDemo', ': Validator<OtherMessage> = compileValidator(DemoSchema)'],
    ['validateDemo', ': Validator<DemoMessage> = compileValidator(OtherSchema)'],
    ['validateDemo', ': Validator<DemoMessage> = evil(DemoSchema)'],
    ['validateDemo', ': Other<DemoMessage> = compileValidator(DemoSchema)'],
    ['validateDemo', ': Validator<DemoMessage>'],
    ['validateDemo', ' = compileValidator<DemoMessage>(DemoSchema)'],
    ['isDemo', ' = validateDemo.evil'],
    ['isDemo', ' = validateOther.accepts'],
    ['isDemo', ' = () => true'],
  ])('finds that %s is declared with %s', (name, code) => {
    expect(differences(`export const ${name}${code};`)).toEqual([
      `declares ${name} with another type or value than the model`,
    ]);
  });

  it('finds a constant that the model does not have', () => {
    expect(differences('export const other = 1;')).toEqual(['declares other, which the model does not have']);
  });
});
