import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../program.js';
import { completionScript } from './completion.js';
import { shells, type Shell } from './shells.js';

const run = promisify(execFile);
const program = createProgram('/');

/** Stands in for the program where a script asks it for names; some of them would do harm if a shell expanded them. */
const standIn = `#!/bin/sh
case "$*" in
  'list --names --catalog catalog') printf '%s\\n' file-download-request file-zip-request '$(touch harm)' '\`touch harm\`' ;;
  'list --names --catalog my messages') echo other-request ;;
  'list --names --catalog a\\b "c"') echo quoted-request ;;
  'list --names --catalog a:b') echo colon-request ;;
  "list --names --catalog $HOME/own") echo own-request ;;
  *) echo "unexpected: $*" ;;
esac
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'completion-'));
  await mkdir(join(folder, 'bin'));
  await mkdir(join(folder, 'somewhere'));
  await mkdir(join(folder, "it's here"));
  await writeFile(join(folder, 'bin/worker-codegen'), standIn);
  await chmod(join(folder, 'bin/worker-codegen'), 0o755);
  for (const shell of shells) await writeFile(join(folder, `script.${shell}`), completionScript(program, shell));
});
afterAll(() => rm(folder, { recursive: true }));

const has = (shell: Shell): boolean => {
  try {
    execFileSync(shell, ['-c', 'exit'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

async function inShell(shell: Shell, code: string, ...words: string[]): Promise<string[]> {
  const plain = { bash: ['--norc', '--noprofile'], zsh: ['-f'], fish: ['--no-config'] }[shell];
  const { stdout } = await run(shell, [...plain, '-c', code, ...words], {
    cwd: folder,
    env: { PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, HOME: folder, TERM: 'dumb' },
  });
  return stdout.split('\n').filter((line) => line !== '');
}

/** What a shell offers for the last of the words. */
const complete: Readonly<Record<'bash' | 'fish', (words: readonly string[]) => Promise<string[]>>> = {
  bash: (words) =>
    inShell(
      'bash',
      `source script.bash
       COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
       _worker_codegen 2>&1
       printf '%s\\n' "\${COMPREPLY[@]}"`,
      'bash',
      ...words,
    ),
  async fish(words) {
    const line = words.map((word) => word.replaceAll(' ', '\\ ')).join(' ');
    const offered = await inShell('fish', `source script.fish; complete -C $argv[1]`, line);
    return offered.map((each) => each.split('\t')[0]?.replace(/\/$/, '') ?? '');
  },
};

const help = program.createHelp();
const options = Object.fromEntries(
  help
    .visibleCommands(program)
    .map((command) => [command.name(), help.visibleOptions(command).map(({ long }) => long)]),
);

describe.each(['bash', 'fish'] as const)('%s', (shell) => {
  const cases: readonly { what: string; words: readonly string[]; want: readonly (string | null | undefined)[] }[] = [
    { what: 'the beginning of a command', words: ['v'], want: ['validate'] },
    { what: 'options of the program', words: ['--'], want: ['--version', '--help'] },
    ...Object.entries(options).map(([command, want]) => ({ what: 'options', words: [command, '--'], want })),
    { what: 'the beginning of an option', words: ['validate', '--f'], want: ['--format', '--fix'] },
    { what: 'choices', words: ['validate', '--format', ''], want: ['pretty', 'json', 'github', 'sarif'] },
    { what: 'choices of an argument', words: ['completion', ''], want: ['bash', 'zsh', 'fish'] },
    { what: 'folders', words: ['generate', '--out', 's'], want: ['somewhere'] },
    { what: 'messages', words: ['show', 'file-'], want: ['file-download-request', 'file-zip-request'] },
    { what: 'a message behind an option', words: ['show', '--json', 'file-z'], want: ['file-zip-request'] },
    { what: 'no second message', words: ['show', 'file-zip-request', 'file-'], want: [] },
    { what: 'messages of a catalog at home', words: ['show', '--catalog', '~/own', ''], want: ['own-request'] },
    { what: 'messages of a catalog', words: ['show', '--catalog', 'my messages', 'o'], want: ['other-request'] },
  ];

  it.skipIf(!has(shell)).each(cases)('completes $what: $words', async ({ words, want }) => {
    expect((await complete[shell](['worker-codegen', ...words])).sort()).toEqual([...want].sort());
  });

  it.skipIf(!has(shell))('completes commands', async () => {
    const offered = await complete[shell](['worker-codegen', '']);
    expect(offered.filter((word) => !word.startsWith('--')).sort()).toEqual(Object.keys(options).sort());
  });

  it.skipIf(!has(shell))('expands nothing that is in a name', async () => {
    const offered = await complete[shell](['worker-codegen', 'show', '']);
    expect(offered).toEqual(expect.arrayContaining(['$(touch harm)', '`touch harm`']));
    expect(await readdir(folder)).not.toContain('harm');
  });
});

it.skipIf(!has('bash')).each([
  { words: ['validate', '--format', '='], want: ['pretty', 'json', 'github', 'sarif'] },
  { words: ['validate', '--format', '=', 'g'], want: ['github'] },
  { words: ['show', '--catalog', '=', 'my messages', ''], want: ['other-request'] },
  { words: ['show', '--catalog', 'my\\ messages', ''], want: ['other-request'] },
  { words: ['show', '--catalog', "'my mess'ages", ''], want: ['other-request'] },
  { words: ['show', '--catalog', '"my messages"', ''], want: ['other-request'] },
  { words: ['show', '--catalog', '"a\\b \\"c\\""', ''], want: ['quoted-request'] },
  { words: ['show', '--catalog', '~/own', ''], want: ['own-request'] },
  { words: ['show', '--catalog', '=', 'my messages', 'other-request', ''], want: ['--catalog', '--json', '--help'] },
  { words: ['show', '"file-d'], want: ['file-download-request'] },
  { words: ['generate', '--out', "it\\'s\\ h"], want: ["it's here"] },
  { words: ['generate', '--out', '"it\'s h'], want: ["it's here"] },
  { words: ['new', ''], want: [] },
  { words: ['unknown', ''], want: [] },
])('bash takes = for a word of its own, and leaves quotes as they were typed: $words', async ({ words, want }) => {
  expect(await complete.bash(['worker-codegen', ...words])).toEqual(want);
});

describe.skipIf(!has('zsh'))('zsh', () => {
  it('takes the script, and has it complete the program', async () => {
    const code = 'autoload -U compinit; compinit -u -D; source script.zsh; print -r -- $_comps[worker-codegen]';
    expect(await inShell('zsh', code)).toEqual(['_worker_codegen']);
  });

  it('asks the program for names, and expands nothing in them', async () => {
    const code = `compdef() {}; source script.zsh; compadd() { print -rl -- "\${(@P)2}" }
      typeset -A opt_args; _worker_codegen_program=worker-codegen
      _worker_codegen_messages
      for catalog in "'my messages'" 'my\\\\ messages' 'a\\:b' '~/own'; do
        opt_args[--catalog]=$catalog; _worker_codegen_messages
      done`;
    const names = [
      'file-download-request',
      'file-zip-request',
      '$(touch harm)',
      '`touch harm`',
      'other-request',
      'other-request',
      'colon-request',
      'own-request',
    ];
    expect(await inShell('zsh', code)).toEqual(names);
    expect(await readdir(folder)).not.toContain('harm');
  });
});

it('The script for zsh names every command and option', () => {
  const script = completionScript(program, 'zsh');
  expect(script).toContain(
    "_arguments -C '--version[print the version of this tool]' '--help[print this help]' '1:command",
  );
  for (const [command, names] of Object.entries(options)) {
    const [, own = ''] = new RegExp(`\\n      ${command}\\)\\n([\\s\\S]*?) ;;\\n`).exec(script) ?? [];
    expect([...own.matchAll(/'(--[a-z-]+)/g)].map(([, name]) => name)).toEqual(names);
  }
});
