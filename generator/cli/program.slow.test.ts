import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { UsageError } from '../usage-error.js';
import { captureOutput } from '../testing/captured-output.js';
import { createProgram } from './program.js';
import { run } from './run.js';

const helpOf = (command: Command): string => {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => 80 });
  command.outputHelp();
  return text;
};

describe('--help', () => {
  const program = createProgram('/');

  it.each([program, ...program.commands].map((command) => [command.name(), command] as const))(
    'of %s describes everything, shows examples, and fits on a terminal',
    (name, command) => {
      const text = helpOf(command);
      const call = command === program ? 'worker-codegen' : `worker-codegen ${name}`;
      const examples = text
        .slice(text.indexOf('\nExamples:\n'))
        .split('\n')
        .filter((line) => line.startsWith('  $ '));
      expect(examples.length).toBeGreaterThan(1);
      for (const example of examples) expect(example).toContain(call);
      expect(command.description()).toMatch(/\.$/);
      for (const { description } of [...command.options, ...command.registeredArguments])
        expect(description).not.toBe('');
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    },
  );

  it.each(program.commands.map((command) => command.name()))('of %s has examples that the program takes', (name) => {
    const command = program.commands.find((each) => each.name() === name);
    const calls = [...helpOf(command ?? program).matchAll(/\$ worker-codegen (.*?)(?: [|>].*)?$/gm)];
    expect(calls.length).toBeGreaterThan(0);
    for (const [, words = ''] of calls) {
      const fresh = createProgram('/');
      const taken = fresh.commands.find((each) => each.name() === words.split(' ')[0]);
      expect(taken).toBeDefined();
      expect(taken?.parseOptions(words.split(' ').slice(1)).unknown).toEqual([]);
    }
  });
});

it('The program says that the current folder is gone', () => {
  const spy = vi.spyOn(process, 'cwd').mockImplementation(() => {
    throw Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'uv_cwd' });
  });
  expect(() => createProgram()).toThrow(new UsageError('The current folder is gone: change to one that exists.'));
  spy.mockRestore();
});

it('--version prints the version of the package, and succeeds', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  let code: number | undefined;
  const { stdout } = await captureOutput(async () => {
    code = await run(() => createProgram('/').parseAsync(['node', 'worker-codegen', '--version']));
  });
  expect([code, stdout]).toEqual([0, `${version}\n`]);
});

it.each(['--catalog', '--out', '--templates'])('%s takes no empty path', async (flag) => {
  const { stderr, error } = await captureOutput(() =>
    createProgram('/').parseAsync(['node', 'worker-codegen', 'generate', flag, '']),
  );
  expect(error).toMatchObject({ code: 'commander.invalidArgument' });
  expect(stderr).toContain('Name a folder; the current one is ".".');
});
