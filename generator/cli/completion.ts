import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command, Option } from 'commander';
import { toolFolder } from '../installation.js';
import { messageNames } from '../load/message-names.js';

/** The shells that there is a completion script for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** A shell that there is a completion script for. */
export type Shell = (typeof shells)[number];

/**
 * A script asks the program what to offer for the words before the cursor: `completion <shell> -- <words>`. Nothing that it
 * answers is expanded; where it answers `/`, folders are wanted.
 * https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html (bash 3.2; folders from 4 on),
 * https://zsh.sourceforge.io/Doc/Release/Completion-System.html, https://fishshell.com/docs/current/cmds/complete.html
 */
const scriptOf = (shell: Shell): string =>
  readFileSync(join(toolFolder, `generator/cli/scripts/worker-codegen.${shell}`), 'utf8');

/** Something that can stand in the place of the word that is being typed. */
interface Candidate {
  readonly text: string;
  readonly description?: string;
}

/** Stands for all folders: each shell finds them by itself. */
const anyFolder: Candidate = { text: '/' };

/** How a shell reads a line of what it is to offer. */
const lines: Readonly<Record<Shell, (text: string, description: string) => string>> = {
  bash: (text) => text,
  zsh: (text, description) => `${text.replaceAll(/[\\:]/g, '\\$&')}:${description}`,
  fish: (text, description) => `${text}\t${description}`,
};

/** The script that completes a program in a shell; with words behind the program's name, what is offered for the last. */
export async function completion(
  program: Command,
  shell: Shell,
  words: readonly string[],
  folder: string,
): Promise<string> {
  if (words.length === 0) return scriptOf(shell);
  const typed = shell === 'bash' ? plainWords(words) : words;
  const offered = await candidates(program, typed, folder);
  if (offered.includes(anyFolder)) return `${anyFolder.text}\n`;
  return offered
    .filter(({ text }) => text.startsWith(typed.at(-1) ?? ''))
    .map(({ text, description = '' }) => `${lines[shell](text, description)}\n`)
    .join('');
}

/** What can be written in the place of the last of some words, whatever of it has been typed. */
async function candidates(program: Command, words: readonly string[], folder: string): Promise<readonly Candidate[]> {
  const current = words.at(-1) ?? '';
  const [name, ...before] = words.slice(0, -1);
  const commands = program.createHelp().visibleCommands(program);
  if (name === undefined)
    return [...commands.map((each) => ({ text: each.name(), description: each.description() })), ...optionsOf(program)];
  const command = commands.find((each) => each.name() === name);
  if (command === undefined) return [];
  const valueOf = (flag: string | undefined): Option | undefined =>
    command.options.find(({ long, required }) => required && long === flag);
  // The placeholder `<folder>` always means a folder, `<message>` a message.
  const fill = async (takes: string, choices: readonly string[] | undefined, start = ''): Promise<Candidate[]> => {
    if (takes.includes('<folder>')) return [anyFolder];
    const catalog = [...before.join('\n').matchAll(/^--catalog[=\n](.*)/gm)].at(-1)?.[1] ?? 'catalog';
    const names = takes.includes('<message>') ? await messageNames(resolve(folder, atHome(catalog))) : [];
    return (choices ?? names).map((text) => ({ text: start + text }));
  };
  const [assignment = ''] = /^--[\w-]+=/.exec(current) ?? [];
  const pending = valueOf(before.at(-1));
  const option = pending ?? valueOf(assignment.slice(0, -1));
  if (option !== undefined) return fill(option.flags, option.argChoices, pending === undefined ? assignment : '');
  const [argument] = command.registeredArguments;
  const hasArgument = before.some((word, index) => !word.startsWith('-') && !valueOf(before[index - 1]));
  if (argument === undefined || hasArgument || current.startsWith('-')) return optionsOf(command);
  return fill(`<${argument.name()}>`, argument.argChoices);
}

function optionsOf(command: Command): Candidate[] {
  const options = command.createHelp().visibleOptions(command);
  return options.map(({ long, flags, description }) => ({ text: long ?? flags, description }));
}

/** A shell leaves `~/` as it is where it asks for completions. */
const atHome = (path: string): string => path.replace(/^~(?=\/)/, homedir());

/** bash takes = for a word of its own, and leaves quotes and backslashes as they were typed. */
function plainWords(words: readonly string[]): string[] {
  return words
    .filter((word, index) => word !== '=' || index === words.length - 1)
    .map((word) => (word === '=' ? '' : word.replaceAll(/\\(.)|['"]/gs, '$1')));
}
