import { describe, expect, it } from 'vitest';
import type { CompileInput } from '../compile/compile.js';
import type { Expectations } from '../compile/expectations.js';
import type { OutputProblem } from '../compile/output-problem.js';
import type { RenderedFile } from '../render/render.js';
import { RememberingCompiler } from './remembering-compiler.js';

const file = (path: string, content: string): RenderedFile => ({ path, content, template: 't', isRendered: true });

const input: CompileInput = {
  files: [file('t/a.ts', 'let a')],
  templates: new Map([['t', 'template']]),
  asksTypeScript5: false,
};

const wanted: Expectations = {
  types: new Map([['A', 'string']]),
  methods: new Map(),
  constants: new Map(),
  values: new Map(),
};

/** Asks about an input that was accepted, and then about another; gives how often the compiler was asked about that. */
async function asked(
  second: CompileInput,
  expectations: Expectations = wanted,
  problems: readonly OutputProblem[] = [],
): Promise<number> {
  let count = 0;
  const inner = {
    compile: async () => {
      count += 1;
      return problems;
    },
    prepare: () => undefined,
    close: async () => undefined,
  };
  const first = new RememberingCompiler(inner, undefined);
  await first.compile(input, () => wanted);
  count = 0;
  await new RememberingCompiler(inner, first.accepted).compile(second, () => expectations);
  return count;
}

describe('A compiler that remembers', () => {
  it.each<[string, CompileInput, number]>([
    ['the same', input, 0],
    ['another module', { ...input, files: [file('t/a.ts', 'let b')] }, 1],
    ['a module of another name', { ...input, files: [file('t/b.ts', 'let a')] }, 1],
    ['a module more', { ...input, files: [...input.files, file('t/b.ts', '')] }, 1],
    ['another template', { ...input, templates: new Map([['t', 'other']]) }, 1],
  ])('asked about %s', async (_, second, want) => {
    expect(await asked(second)).toBe(want);
  });

  it('asks again where the same is expected to declare something else', async () => {
    expect(await asked(input, { ...wanted, types: new Map([['A', 'number']]) })).toBe(1);
  });

  it('asks again about what was found to be wrong', async () => {
    expect(await asked(input, wanted, [{ path: 't/a.ts', template: 't', line: 1, message: 'wrong' }])).toBe(1);
  });
});
