import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';

/** What each call runs through. */
const sources: readonly string[] = [
  'core.ts',
  ...['client', 'delivery', 'transport'].flatMap((folder) =>
    readdirSync(join(import.meta.dirname, folder))
      .filter((file) => /^[a-z].*(?<!\.test)\.ts$/.test(file))
      .map((file) => `${folder}/${file}`),
  ),
];

/**
 * Where a function literal is assigned straight to a property of what is made for a call, as `line: text`. V8 allocates such a
 * function in its old generation, where it keeps alive all that it refers to, the whole call, until a major collection. What
 * runs once for a client may do so: constructors, and modules as they load.
 */
function assignedFunctions(text: string): string[] {
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node, isPerCall: boolean): void => {
    if (isPerCall && isAssignedFunction(node)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push(`${line}: ${node.getText().split('\n', 1).join('')}`);
    }
    const isWithin = ts.isConstructorDeclaration(node) ? false : isPerCall || ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => visit(child, isWithin));
  };
  visit(file, false);
  return found;
}

function isAssignedFunction(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  if (kind < ts.SyntaxKind.FirstAssignment || kind > ts.SyntaxKind.LastAssignment) return false;
  if (!ts.isPropertyAccessExpression(node.left) && !ts.isElementAccessExpression(node.left)) return false;
  let value = node.right;
  while (ts.isParenthesizedExpression(value) || ts.isAsExpression(value)) value = value.expression;
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value);
}

describe('A function literal that is assigned to a property', () => {
  it.each<[text: string, want: string[]]>([
    ['function f(x) {\n  x.f = () => 1;\n}', ['2: x.f = () => 1']],
    ['const f = (x) => { x.f ??= async function () {\n}; };', ['1: x.f ??= async function () {']],
    ["class A { f() { this['g'] = (async () => 1) as never; } }", ["1: this['g'] = (async () => 1) as never"]],
    ['class A { #f; g() { this.#f = () => 1; } }', ['1: this.#f = () => 1']],
    ['class A { constructor() { this.f = () => 1; } }', []],
    ['module.f = () => 1;', []],
    ['function f(x) { Object.assign(x, { f: () => 1 }); x.g = f.bind(x); const h = () => 1; x.h = h; }', []],
  ])('is found in %j', (text, want) => {
    expect(assignedFunctions(text)).toEqual(want);
  });

  it.each(sources)('is not in %s: give it by Object.assign, or as a name', (source) => {
    expect(assignedFunctions(readFileSync(join(import.meta.dirname, source), 'utf8'))).toEqual([]);
  });
});
