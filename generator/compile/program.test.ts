import { describe, expect, it } from 'vitest';
import { ProgramFactory } from './program.js';
import { ts } from './typescript.js';

function errorsOf(program: ts.Program, path: string): string[] {
  const source = program.getSourceFile(path);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '),
  );
}

const user = `import type { A } from './a.js';\nexport const value: A = { name: 'x' };\n`;

describe('Programs', () => {
  it('find errors of a module that stayed the same but depends on one that changed', () => {
    const programs = new ProgramFactory();
    const create = (text: string): ts.Program =>
      programs.create(
        new Map([
          ['/a.ts', text],
          ['/user.ts', user],
        ]),
      );
    const first = create('export interface A { name: string }');
    expect(errorsOf(first, '/user.ts')).toEqual([]);
    const second = create('export interface A { name: number }');
    expect(errorsOf(second, '/user.ts')).toEqual(["Type 'string' is not assignable to type 'number'."]);
    expect(second.getSourceFile('/user.ts')).toBe(first.getSourceFile('/user.ts'));
    expect(errorsOf(create('export interface A { name: string }'), '/user.ts')).toEqual([]);
  });

  it('know no module that is gone', () => {
    const programs = new ProgramFactory();
    programs.create(
      new Map([
        ['/a.ts', 'export type A = 1;'],
        ['/user.ts', user],
      ]),
    );
    const program = programs.create(new Map([['/user.ts', user]]));
    expect(errorsOf(program, '/user.ts')[0]).toContain("Cannot find module './a.js'");
  });

  it('know promises and arrays, and nothing of a platform', () => {
    const program = new ProgramFactory().create(
      new Map([['/a.ts', 'export declare const a: Promise<readonly string[]>;\nexport const b = document;\n']]),
    );
    expect(errorsOf(program, '/a.ts')).toHaveLength(1);
  });
});
