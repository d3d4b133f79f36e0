import { readlinkSync } from 'node:fs';
import type { Program } from 'typescript/unstable/sync';
import { describe, expect, it } from 'vitest';
import { programs } from '../testing/programs.js';
import { ProgramFactory } from './program.js';

const user = `import type { A } from './a.js';\nexport const value: A = { name: 'x' };\n`;

function create(modules: Readonly<Record<string, string>>): Program {
  return programs.create(new Map(Object.entries(modules)), Object.keys(modules));
}

const errorsOf = (program: Program, path: string): string[] =>
  program.getSemanticDiagnostics(path).map(({ text }) => text);

describe('Programs', () => {
  it('find errors of a module that stayed the same but depends on one that changed', () => {
    const withType = (type: string): Program =>
      create({ '/a.ts': `export interface A { name: ${type} }`, '/user.ts': user });
    expect(errorsOf(withType('string'), '/user.ts')).toEqual([]);
    expect(errorsOf(withType('number'), '/user.ts')).toEqual(["Type 'string' is not assignable to type 'number'."]);
    expect(errorsOf(withType('string'), '/user.ts')).toEqual([]);
  });

  it('know no module that is gone', () => {
    create({ '/a.ts': 'export type A = { name: string };', '/user.ts': user });
    expect(errorsOf(create({ '/user.ts': user }), '/user.ts')[0]).toContain("Cannot find module './a.js'");
  });

  it('know promises and arrays, and nothing of a platform', () => {
    const program = create({
      '/a.ts': 'export declare const a: Promise<readonly string[]>;\nexport const b = document;\n',
    });
    expect(errorsOf(program, '/a.ts')).toHaveLength(1);
  });

  it.each([
    ['an absolute path', `${import.meta.dirname}/program.js`],
    ['a relative path', `../../..${import.meta.dirname}/program.js`],
    ['a package', 'vitest'],
  ])('read nothing from the disk but the libraries: %s', (_, specifier) => {
    const program = create({ '/a.ts': `import * as outside from '${specifier}';\nexport const b = outside;\n` });
    expect(errorsOf(program, '/a.ts')).toEqual([expect.stringContaining('Cannot find module')]);
    expect(program.getSourceFileNames().filter((path) => !/\/lib\.[\w.]+\.d\.ts$/.test(path))).toEqual(['/a.ts']);
  });

  it('follow no reference to a file of the disk', () => {
    const program = create({ '/a.ts': `/// <reference path="${import.meta.filename}" />\nexport const a = 1;\n` });
    expect(program.getSourceFileNames().filter((path) => !/\/lib\.[\w.]+\.d\.ts$/.test(path))).toEqual(['/a.ts']);
  });
});

it.runIf(process.platform === 'linux')('The process of programs has no way to the terminal', () => {
  let id = 0;
  const factory = new ProgramFactory((processId) => {
    id = processId;
  });
  expect(readlinkSync(`/proc/${id}/fd/2`)).toBe('/dev/null');
  factory.close();
});
