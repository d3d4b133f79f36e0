import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from './program.js';
import { completion, shells, type Shell } from './completion.js';

const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'completion-'));
  for (const path of ['bin', 'somewhere']) await mkdir(join(folder, path));
  const messages = {
    catalog: ['file-download-request', 'file-zip-request', '$(touch harm)'],
    'my messages': ['other-request'],
    'a:b': ['colon-request'],
  };
  for (const [catalog, names] of Object.entries(messages)) {
    await mkdir(join(folder, catalog, 'messages'), { recursive: true });
    for (const name of names) await writeFile(join(folder, catalog, 'messages', `${name}.yaml`), '');
  }
  // Stands in for the program where a script asks it what to offer.
  const standIn = `#!/bin/sh
printf '%s\\n' "$@" >"$HOME/asked"
case " $* " in *' --out'*) echo /; exit ;; esac
printf '%s\\n' 'plain' '$(touch harm)' '\`touch harm\`'
`;
  for (const name of ['worker-codegen', 'npx']) {
    await writeFile(join(folder, 'bin', name), standIn);
    await chmod(join(folder, 'bin', name), 0o755);
  }
  for (const shell of shells) await writeFile(join(folder, `script.${shell}`), await offered(shell));
});
afterAll(() => rm(folder, { recursive: true }));

const offered = (shell: Shell, ...words: readonly string[]): Promise<string> =>
  completion(createProgram(folder), shell, words, folder);
const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

const program = createProgram('/');
const help = program.createHelp();
const options = Object.fromEntries(
  help
    .visibleCommands(program)
    .map((command) => [command.name(), help.visibleOptions(command).map(({ long }) => long)]),
);

describe('What is offered', () => {
  it.each<{ what: string; words: readonly string[]; want: readonly (string | null | undefined)[] }>([
    { what: 'commands and options', words: [''], want: [...Object.keys(options), '--version', '--help'] },
    { what: 'the beginning of a command', words: ['v'], want: ['validate'] },
    { what: 'options of the program', words: ['--'], want: ['--version', '--help'] },
    ...Object.entries(options).map(([command, want]) => ({ what: 'options', words: [command, '--'], want })),
    { what: 'options where there is no argument', words: ['validate', ''], want: options['validate'] ?? [] },
    { what: 'the beginning of an option', words: ['validate', '--f'], want: ['--format', '--fix'] },
    { what: 'choices', words: ['validate', '--format', ''], want: ['pretty', 'json', 'github', 'sarif'] },
    { what: 'choices behind =', words: ['validate', '--format=g'], want: ['--format=github'] },
    { what: 'choices of an argument', words: ['completion', ''], want: ['bash', 'zsh', 'fish'] },
    { what: 'any folder', words: ['generate', '--out', 's'], want: ['/'] },
    { what: 'any folder behind =', words: ['generate', '--out=s'], want: ['/'] },
    { what: 'messages', words: ['show', 'file-'], want: ['file-download-request', 'file-zip-request'] },
    { what: 'a message behind an option', words: ['show', '--json', 'file-z'], want: ['file-zip-request'] },
    { what: 'no second message', words: ['show', 'file-zip-request', 'file-'], want: [] },
    { what: 'messages of a catalog', words: ['show', '--catalog', 'my messages', 'o'], want: ['other-request'] },
    { what: 'messages of a catalog behind =', words: ['show', '--catalog=a:b', ''], want: ['colon-request'] },
    { what: 'nothing for a name that is free', words: ['new', ''], want: [] },
    { what: 'nothing for an unknown command', words: ['unknown', ''], want: [] },
  ])('is $what: $words', async ({ words, want }) => {
    const told = (await offered('fish', ...words)).replaceAll(/\t.*/g, '');
    expect(linesOf(told).sort()).toEqual([...want].sort());
  });

  it.each([
    { words: ['validate', '--format', '='], want: ['pretty', 'json', 'github', 'sarif'] },
    { words: ['validate', '--format', '=', 'g'], want: ['github'] },
    { words: ['show', '--catalog', '=', 'my messages', ''], want: ['other-request'] },
    { words: ['show', '--catalog', 'my\\ messages', ''], want: ['other-request'] },
    { words: ['show', '--catalog', "'my mess'ages", ''], want: ['other-request'] },
    { words: ['show', '--catalog', '"my messages"', ''], want: ['other-request'] },
    { words: ['show', '--catalog', '=', 'my messages', 'other-request', ''], want: ['--catalog', '--json', '--help'] },
    { words: ['show', '"file-d'], want: ['file-download-request'] },
  ])('is found by bash too, which parts words at = and leaves quotes: $words', async ({ words, want }) => {
    expect(linesOf(await offered('bash', ...words))).toEqual(want);
  });

  it('has descriptions in zsh and fish', async () => {
    expect(await offered('zsh', 'list', '--names')).toBe('--names:print names alone, one a line\n');
    expect(await offered('fish', 'list', '--names')).toBe('--names\tprint names alone, one a line\n');
    expect(await offered('zsh', 'generate', '--out', '')).toBe('/\n');
  });
});

const has = (shell: Shell): boolean => {
  try {
    execFileSync(shell, ['-c', 'exit'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

async function inShell(shell: Shell, code: string): Promise<string[]> {
  const plain = { bash: ['--norc', '--noprofile'], zsh: ['-f'], fish: ['--no-config'] }[shell];
  const { stdout } = await run(shell, [...plain, '-c', code], {
    cwd: folder,
    env: { PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, HOME: folder, TERM: 'dumb' },
  });
  return linesOf(stdout);
}

describe.each<{ shell: Shell; code: string }>([
  {
    shell: 'bash',
    code: `source script.bash; COMP_WORDS=(worker-codegen show 'a b' p rest) COMP_CWORD=3
      _worker_codegen 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`,
  },
  {
    shell: 'zsh',
    code: `compdef() {}; source script.zsh; words=(worker-codegen show 'a\\ b' p rest) CURRENT=4
      _describe() { print -rl -- "\${(@P)4}" }; _worker_codegen`,
  },
  {
    shell: 'fish',
    code: `source script.fish; complete -C "worker-codegen show 'a b' "`,
  },
])('The script for $shell', ({ shell, code }) => {
  it.skipIf(!has(shell))('asks the program, and expands nothing that it answers', async () => {
    expect((await inShell(shell, code)).sort()).toEqual(['$(touch harm)', '`touch harm`', 'plain']);
    const current = shell === 'fish' ? '' : 'p';
    expect(linesOf(await readFile(join(folder, 'asked'), 'utf8'))).toEqual([
      'completion',
      shell,
      '--',
      'show',
      'a b',
      current,
    ]);
    expect(await readdir(folder)).not.toContain('harm');
  });
});

const byNpm = (prefix: string): Readonly<Record<Shell, string>> => {
  const words = prefix.split(' ');
  return {
    bash: `source script.bash; COMP_WORDS=(${prefix} show p) COMP_CWORD=${words.length + 1}
      _worker_codegen 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`,
    zsh: `typeset -A _comps; compdef() {}; source script.zsh; words=(${prefix} show p) CURRENT=${words.length + 2}
      _describe() { print -rl -- "\${(@P)4}" }; _worker_codegen`,
    fish: `source script.fish; complete -C "${prefix} show p"`,
  };
};

describe.each([
  'npx worker-codegen',
  'npm exec worker-codegen --',
  'npm exec -- worker-codegen',
  'npm x worker-codegen',
])('Behind %s', (prefix) => {
  for (const shell of shells)
    it.skipIf(!has(shell))(`${shell} asks the program of the project`, async () => {
      expect((await inShell(shell, byNpm(prefix)[shell])).sort()).toContain('plain');
      const asked = linesOf(await readFile(join(folder, 'asked'), 'utf8'));
      expect(asked).toEqual(['--no', 'worker-codegen', 'completion', shell, '--', 'show', 'p']);
    });
});

it.skipIf(!has('bash'))('leaves npm what it had, and other commands of npx alone', async () => {
  const before = '_own() { COMPREPLY=(own); }; complete -F _own npm';
  const words = 'COMP_WORDS=(npm run t) COMP_CWORD=2; _worker_codegen; echo "${COMPREPLY[@]}"';
  expect(await inShell('bash', `${before}; source script.bash; ${words}`)).toEqual(['own']);
  const other = 'COMP_WORDS=(npx tsc --) COMP_CWORD=2; _worker_codegen; echo "${#COMPREPLY[@]}"';
  expect(await inShell('bash', `source script.bash; source script.bash; ${other}`)).toEqual(['0']);
});

it.skipIf(!has('fish')).each([
  ['--out s', 'somewhere/'],
  ['--out=s', '--out=somewhere/'],
])('fish finds folders by itself: %s', async (typed, want) => {
  const told = await inShell('fish', `source script.fish; complete -C "worker-codegen generate ${typed}"`);
  expect(told.map((line) => line.split('\t')[0])).toEqual([want]);
});

it.skipIf(!has('bash'))('bash is asked for folders', async () => {
  const code = `compopt() { echo "$@"; }; source script.bash; COMP_WORDS=(worker-codegen generate --out s) COMP_CWORD=3
    _worker_codegen; echo "\${#COMPREPLY[@]}"`;
  expect(await inShell('bash', code)).toEqual(['-o dirnames', '0']);
});

it.skipIf(!has('zsh'))('zsh takes the script for the program', async () => {
  const code = 'autoload -U compinit; compinit -u -D; source script.zsh; print -r -- $_comps[worker-codegen]';
  expect(await inShell('zsh', code)).toEqual(['_worker_codegen']);
});
