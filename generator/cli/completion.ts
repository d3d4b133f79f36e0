import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { messageNames } from '../load/message-names.js';

/** The shells that there is a completion script for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** A shell that there is a completion script for. */
export type Shell = (typeof shells)[number];

/**
 * The scripts, each of which asks the program what to offer for the words before the cursor: `completion <shell> -- <words>`.
 * Nothing that it answers is expanded.
 * https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html (bash 3.2 and later),
 * https://zsh.sourceforge.io/Doc/Release/Completion-System.html, https://fishshell.com/docs/current/cmds/complete.html
 */
const scripts: Readonly<Record<Shell, string>> = {
  bash: `# Completion of worker-codegen for bash: source <(worker-codegen completion bash)
_worker_codegen() {
  local offered
  COMPREPLY=()
  compopt -o filenames 2>/dev/null
  while IFS= read -r offered; do COMPREPLY+=("$offered"); done \\
    < <("\${COMP_WORDS[0]}" completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _worker_codegen worker-codegen
`,
  zsh: `#compdef worker-codegen
# Completion of worker-codegen for zsh: source <(worker-codegen completion zsh)
_worker_codegen() {
  local -a offered
  offered=("\${(@f)$("\${(Q)words[1]}" completion zsh -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ $offered[1] == / ]]; then
    compset -P '--*='
    _files -/
  elif [[ -n $offered[1] ]]; then
    _describe -t values value offered
  fi
}
if [[ $funcstack[1] == _worker_codegen ]]; then _worker_codegen "$@"; else compdef _worker_codegen worker-codegen; fi
`,
  fish: `# Completion of worker-codegen for fish: worker-codegen completion fish | source
function __worker_codegen
    set -l words (commandline -opc)
    set -l program $words[1]
    set -e words[1]
    $program completion fish -- $words (commandline -ct) 2>/dev/null
end
complete -c worker-codegen -f -a '(__worker_codegen)'
`,
};

/** Something that can stand in the place of the word that is being typed. */
interface Candidate {
  readonly text: string;
  readonly description?: string;
  /** Whether it is a folder, which a shell goes on into. Default: no. */
  readonly isFolder?: boolean;
}

/** What a shell reads of what it is to offer, a line each. */
const lines: Readonly<Record<Shell, (offered: readonly Candidate[]) => readonly string[]>> = {
  bash: (offered) => offered.map(({ text }) => text),
  // zsh looks for folders itself, as it has styles for them.
  zsh: (offered) =>
    offered.some(({ isFolder }) => isFolder)
      ? ['/']
      : offered.map(({ text, description = '' }) => `${text.replaceAll(/[\\:]/g, '\\$&')}:${description}`),
  fish: (offered) =>
    offered.map(({ text, description = '', isFolder = false }) => `${text}${isFolder ? '/' : ''}\t${description}`),
};

/**
 * Writes the script that completes a program in a shell; with words, what the shell offers for the last of them.
 *
 * @param program - The program.
 * @param shell - The shell.
 * @param words - What has been typed behind the program's name. Default: nothing, and the script is wanted.
 * @param folder - Paths are relative to it.
 */
export async function completion(
  program: Command,
  shell: Shell,
  words: readonly string[],
  folder: string,
): Promise<string> {
  if (words.length === 0) return scripts[shell];
  const offered = await candidates(program, shell === 'bash' ? plainWords(words) : words, folder);
  return lines[shell](offered)
    .map((line) => `${line}\n`)
    .join('');
}

/** What can be written in the place of the last of some words, which may be empty. */
async function candidates(program: Command, words: readonly string[], folder: string): Promise<Candidate[]> {
  const current = words.at(-1) ?? '';
  const [name, ...before] = words.slice(0, -1);
  const commands = program.createHelp().visibleCommands(program);
  if (name === undefined) {
    const offered = commands.map((each) => ({ text: each.name(), description: each.description() }));
    return beginning(current, [...offered, ...optionsOf(program)]);
  }
  const command = commands.find((each) => each.name() === name);
  if (command === undefined) return [];
  const slots = new Map<string, Slot>();
  for (const { long, flags, argChoices: choices } of command.createHelp().visibleOptions(command))
    slots.set(long ?? flags, { placeholder: /<(.+)>/.exec(flags)?.[1], choices });
  const { catalog, pending, hasArgument } = read(before, slots);
  const fill = async ({ placeholder, choices }: Slot, prefix: string): Promise<Candidate[]> => {
    if (placeholder === 'folder') return beginning(prefix, await folders(prefix, folder));
    const names = placeholder === 'message' ? await messageNames(resolve(folder, atHome(catalog))) : [];
    return beginning(
      prefix,
      (choices ?? names).map((text) => ({ text })),
    );
  };
  if (pending !== undefined) return fill(pending, current);
  const [, assigned = '', value = ''] = /^(--[\w-]+=)(.*)$/s.exec(current) ?? [];
  const slot = slots.get(assigned.slice(0, -1));
  if (slot !== undefined) return (await fill(slot, value)).map((each) => ({ ...each, text: assigned + each.text }));
  const [argument] = command.registeredArguments;
  if (argument === undefined || hasArgument || current.startsWith('-')) return beginning(current, optionsOf(command));
  return fill({ placeholder: argument.name(), choices: argument.argChoices }, current);
}

/** What an option or argument takes: its placeholder `<folder>` always means a folder, `<message>` a message. */
interface Slot {
  readonly placeholder: string | undefined;
  readonly choices: readonly string[] | undefined;
}

function optionsOf(command: Command): Candidate[] {
  const options = command.createHelp().visibleOptions(command);
  return options.map(({ long, flags, description }) => ({ text: long ?? flags, description }));
}

/** Reads the words before the current one: the catalog, what awaits a value, and whether the command has its argument. */
function read(
  words: readonly string[],
  slots: ReadonlyMap<string, Slot>,
): { readonly catalog: string; readonly pending: Slot | undefined; readonly hasArgument: boolean } {
  let [catalog, hasArgument] = ['catalog', false];
  let pending: string | undefined;
  for (const word of words) {
    const [long = '', value] = word.split(/=(.*)/s);
    const given = pending === undefined ? value : word;
    if ((pending ?? long) === '--catalog' && given !== undefined) catalog = given;
    if (pending === undefined && !word.startsWith('-')) hasArgument = true;
    const awaits = pending === undefined && given === undefined && slots.get(long)?.placeholder !== undefined;
    pending = awaits ? long : undefined;
  }
  return { catalog, pending: slots.get(pending ?? ''), hasArgument };
}

function beginning(prefix: string, offered: readonly Candidate[]): Candidate[] {
  return offered.filter(({ text }) => text.startsWith(prefix));
}

/** The folders that a path may go on to. A name with a line break would be taken for two. */
async function folders(path: string, folder: string): Promise<Candidate[]> {
  const parent = path.slice(0, path.lastIndexOf('/') + 1);
  const isHidden = path.startsWith('.', parent.length);
  const entries = await readdir(resolve(folder, atHome(parent)), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && entry.name.startsWith('.') === isHidden)
    .filter(({ name }) => !/\p{Cc}/u.test(name))
    .map(({ name }) => ({ text: parent + name, isFolder: true }));
}

/** A shell leaves `~/` as it is where it asks for completions. */
const atHome = (path: string): string => path.replace(/^~(?=\/)/, homedir());

/** bash takes = for a word of its own, and leaves quotes as they were typed. */
function plainWords(words: readonly string[]): string[] {
  return words
    .filter((word, index) => word !== '=' || index === words.length - 1)
    .map((word) => (word === '=' ? '' : unquoted(word)));
}

/** What a word of bash stands for, with nothing in it expanded; its last quote may be open. */
function unquoted(word: string): string {
  return word.replaceAll(
    /'([^']*)'?|"((?:[^"\\]|\\.)*)"?|\\(.?)/gs,
    (_, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replaceAll(/\\([$`"\\])/g, '$1') ?? escaped ?? '',
  );
}
