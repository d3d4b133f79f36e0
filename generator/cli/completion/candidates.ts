import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { Command, Option } from 'commander';
import { messageNames } from '../../load/message-names.js';

/** Something that can stand in the place of the word that is being typed. */
export interface Candidate {
  readonly text: string;
  /** Default: the text says it. */
  readonly description?: string;
  /** Whether it is a folder, which a shell goes on into. Default: no. */
  readonly isFolder?: boolean;
}

/** What an option or argument takes, by its placeholder: `<folder>` in this program is always a folder, `<message>` a message. */
interface Slot {
  readonly placeholder: string | undefined;
  readonly choices: readonly string[] | undefined;
}

/**
 * Finds what can be written in the place of the last of some words.
 *
 * @param program - The program.
 * @param words - What has been typed behind its name, without quotes; the last word may be empty.
 * @param folder - Paths are relative to it.
 */
export async function candidates(program: Command, words: readonly string[], folder: string): Promise<Candidate[]> {
  const current = words.at(-1) ?? '';
  const help = program.createHelp();
  const [name, ...before] = words.slice(0, -1);
  if (name === undefined) {
    const commands = help
      .visibleCommands(program)
      .map((each) => ({ text: each.name(), description: each.description() }));
    return beginning(current, [...commands, ...optionsOf(program)]);
  }
  const command = help.visibleCommands(program).find((each) => each.name() === name);
  if (command === undefined) return [];
  const slots = new Map(help.visibleOptions(command).map((option) => [option.long ?? option.flags, slotOf(option)]));
  const { catalog, pending, hasArgument } = read(before, slots);
  const fill = async (slot: Slot, prefix: string): Promise<Candidate[]> => {
    if (slot.choices !== undefined)
      return beginning(
        prefix,
        slot.choices.map((text) => ({ text })),
      );
    if (slot.placeholder === 'folder') return beginning(prefix, await folders(prefix, folder));
    if (slot.placeholder !== 'message') return [];
    const names = await messageNames(resolve(folder, atHome(catalog)));
    return beginning(
      prefix,
      names.map((text) => ({ text })),
    );
  };
  if (pending !== undefined) return fill(pending, current);
  const [, assigned = '', value = ''] = /^(--[\w-]+=)(.*)$/s.exec(current) ?? [];
  const slot = slots.get(assigned.slice(0, -1));
  if (slot !== undefined) return (await fill(slot, value)).map((each) => ({ ...each, text: assigned + each.text }));
  const [argument] = command.registeredArguments;
  if (argument !== undefined && !hasArgument && !current.startsWith('-'))
    return fill({ placeholder: argument.name(), choices: argument.argChoices }, current);
  return beginning(current, optionsOf(command));
}

function optionsOf(command: Command): Candidate[] {
  const options = command.createHelp().visibleOptions(command);
  return options.map(({ long, flags, description }) => ({ text: long ?? flags, description }));
}

function slotOf({ flags, argChoices }: Option): Slot {
  return { placeholder: /<(.+)>/.exec(flags)?.[1], choices: argChoices };
}

/** Reads the words before the current one: which option awaits a value, and whether the command has its argument. */
function read(
  words: readonly string[],
  slots: ReadonlyMap<string, Slot>,
): { readonly catalog: string; readonly pending: Slot | undefined; readonly hasArgument: boolean } {
  let [catalog, pending, hasArgument] = ['catalog', undefined as string | undefined, false];
  for (const word of words) {
    const [long = '', value] = word.split(/=(.*)/s);
    if (pending !== undefined) {
      if (pending === '--catalog') catalog = word;
      pending = undefined;
    } else if (!word.startsWith('-')) hasArgument = true;
    else if (value === undefined) pending = slots.get(long)?.placeholder === undefined ? undefined : long;
    else if (long === '--catalog') catalog = value;
  }
  return { catalog, pending: pending === undefined ? undefined : slots.get(pending), hasArgument };
}

function beginning(prefix: string, offered: readonly Candidate[]): Candidate[] {
  return offered.filter(({ text }) => text.startsWith(prefix));
}

/** The folders that a path may go on to. A name with a line break could not be told from two. */
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
function atHome(path: string): string {
  return path.startsWith('~/') ? homedir() + path.slice(1) : path;
}
