import { describe, expect, it } from 'vitest';
import { moduleCode } from './module-code.js';

describe('The code of a module', () => {
  it.each<{ title: string; given: string; want: string }>([
    { title: 'is all of it where it has no comment', given: 'export const a = 1;\n', want: 'export const a = 1;\n' },
    {
      title: 'lacks doc comments of one line and of many',
      given: '/** One. */\nexport interface A {\n  /**\n   * `b`.\n   */\n  b: string;\n}\n',
      want: 'export interface A {\n  b: string;\n}\n',
    },
    { title: 'keeps what is behind a comment', given: '/** a */ evil();\n', want: ' evil();\n' },
    { title: 'keeps what seems to be a comment inside a line', given: "f('/** a */');\n", want: "f('/** a */');\n" },
    { title: 'keeps a comment without an end', given: '/** a\nf();\n', want: '/** a\nf();\n' },
    { title: 'keeps an empty comment of another kind', given: '/**/ f(); /* a */\n', want: '/**/ f(); /* a */\n' },
    {
      title: 'keeps what talks to the compiler',
      given: '/** @ts-ignore */\nf();\n',
      want: '/** @ts-ignore */\nf();\n',
    },
  ])('$title', ({ given, want }) => {
    expect(moduleCode(given)).toBe(want);
  });

  it.each<[string, string]>([
    ['a template literal', 'const a = `\n/** ${b} */\n`;\n'],
    ['a string with a line break of its own', "const a = '\u2028/** b */';\n"],
    ['a string that goes on in the next line', "const a = '\\\n/** b */';\n"],
  ])('is all of it where a line may begin inside %s', (_, text) => {
    expect(moduleCode(text)).toBe(text);
  });
});
