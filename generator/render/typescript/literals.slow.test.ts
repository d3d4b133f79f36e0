import fc from 'fast-check';
import { ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../json.js';
import { plainLiteral, propertyName, stringLiteral, valueExpression } from './literals.js';

describe('stringLiteral', () => {
  it.each([
    ['', "''"],
    ['plain', "'plain'"],
    ["it's", `"it's"`],
    ['say "hi"', `'say "hi"'`],
    [`it's "hi"`, `'it\\'s "hi"'`],
    ['back\\slash', "'back\\\\slash'"],
    ['line\nbreak', "'line\\nbreak'"],
    ['\u2028', "'\\u2028'"],
    ['\u202e', "'\\u202e'"],
    ['\ufeff', "'\\ufeff'"],
    ['\u0000', "'\\u0000'"],
    ['\ud800', "'\\ud800'"],
    ['${x}', "'${x}'"],
    ['日本 😀', "'日本 😀'"],
  ])('%j is %s', (given, want) => {
    expect(stringLiteral(given)).toBe(want);
  });

  it('reads back as the very text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(evaluate(stringLiteral(text))).toBe(text);
      }),
      { seed: 1 },
    );
  });
});

describe('propertyName', () => {
  it.each([
    ['plain', 'plain'],
    ['$a_1', '$a_1'],
    ['class', 'class'],
    ['a-b', "'a-b'"],
    ['1a', "'1a'"],
    ['', "''"],
    ['*/', "'*/'"],
    ['é', "'é'"],
    ['__proto__', "'__proto__'"],
  ])('%j is %s', (given, want) => {
    expect(propertyName(given)).toBe(want);
  });
});

describe('plainLiteral', () => {
  it.each([
    ['a', "'a'"],
    [-1.5, '-1.5'],
    [1e21, '1e+21'],
    [true, 'true'],
    [null, 'null'],
  ])('%j is %s', (given, want) => {
    expect(plainLiteral(given)).toBe(want);
  });
});

const long = 'x'.repeat(50);

describe('valueExpression', () => {
  it.each<{ title: string; given: Json; want: string }>([
    { title: 'an empty object', given: {}, want: '{}' },
    { title: 'an empty list', given: [], want: '[]' },
    { title: 'a short object, on one line', given: { a: 1, 'b-c': [1, 'x'] }, want: "{ a: 1, 'b-c': [1, 'x'] }" },
    {
      title: 'more than three properties, one a line',
      given: { a: 1, b: 2, c: 3, d: 4 },
      want: '{\n  a: 1,\n  b: 2,\n  c: 3,\n  d: 4,\n}',
    },
    {
      title: 'what is long, one a line',
      given: [long, { a: long, b: 'word' }],
      want: `[\n  '${long}',\n  {\n    a: '${long}',\n    b: 'word',\n  },\n]`,
    },
  ])('lays out $title', ({ given, want }) => {
    expect(valueExpression(given, 0)).toBe(want);
  });

  it('keeps __proto__ a property', () => {
    const value = JSON.parse('{ "__proto__": 1 }') as Json;
    expect(valueExpression(value, 0)).toBe("{ ['__proto__']: 1 }");
  });

  it('reads back as the very value, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        expect(evaluate(`(${valueExpression(json, 0)})`)).toEqual(json);
      }),
      { seed: 1 },
    );
  });
});

/** The value that an expression of literals has, as the parser of TypeScript sees it. */
function evaluate(code: string): unknown {
  const [statement] = ts.createSourceFile('a.ts', `${code};`, ts.ScriptTarget.ES2022, true).statements;
  if (statement === undefined || !ts.isExpressionStatement(statement)) return undefined;
  return valueOf(statement.expression);
}

function valueOf(node: ts.Expression): unknown {
  if (ts.isParenthesizedExpression(node)) return valueOf(node.expression);
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node)) return -Number(valueOf(node.operand));
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(valueOf);
  if (ts.isObjectLiteralExpression(node)) return Object.fromEntries(node.properties.map(entryOf));
  const constants: Record<string, unknown> = { true: true, false: false, null: null };
  return constants[node.getText()];
}

function entryOf(node: ts.ObjectLiteralElementLike): [string, unknown] {
  if (!ts.isPropertyAssignment(node)) throw new TypeError(node.getText());
  const name = ts.isComputedPropertyName(node.name) ? String(valueOf(node.name.expression)) : node.name.text;
  return [name, valueOf(node.initializer)];
}
