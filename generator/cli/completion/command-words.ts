import type { Command, Option } from 'commander';

/** What can follow an option, or stand as an argument: one of a list, a folder, a message, or anything. */
export type ValueKind =
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'folder' | 'message' | 'other' };

/** An option of a command. */
export interface OptionWords {
  /** Name with two dashes in front. */
  readonly long: string;
  readonly description: string;
  /** What follows it; nothing where it stands alone. */
  readonly value: ValueKind | undefined;
}

/** A command, and what can be written behind it. */
interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionWords[];
  /** The command's first argument, where it has one. */
  readonly argument: ValueKind | undefined;
}

/** What can be written on a program's command line. */
export interface ProgramWords {
  readonly name: string;
  /** Options of the program itself, in the place of a command. */
  readonly options: readonly OptionWords[];
  readonly commands: readonly CommandWords[];
}

/**
 * Reads off a program what can be written on its command line.
 *
 * @param program - The program.
 */
export function programWords(program: Command): ProgramWords {
  const options = program.createHelp().visibleOptions(program).map(optionWords);
  return { name: program.name(), options, commands: commandWords(program) };
}

function commandWords(program: Command): CommandWords[] {
  const help = program.createHelp();
  return help.visibleCommands(program).map((command) => {
    const [argument] = command.registeredArguments;
    return {
      name: command.name(),
      description: command.description(),
      options: help.visibleOptions(command).map(optionWords),
      argument: argument && valueKind(argument.name(), argument.argChoices),
    };
  });
}

function optionWords(option: Option): OptionWords {
  const placeholder = /<(.+)>/.exec(option.flags)?.[1];
  return {
    long: option.long ?? option.flags,
    description: option.description,
    value: placeholder === undefined ? undefined : valueKind(placeholder, option.argChoices),
  };
}

/** Placeholders say what they stand for: `<folder>` in this program is always a folder, `<message>` a message. */
function valueKind(placeholder: string, choices: readonly string[] | undefined): ValueKind {
  if (choices !== undefined) return { kind: 'choices', choices };
  return { kind: placeholder === 'folder' || placeholder === 'message' ? placeholder : 'other' };
}

/** The options of some commands that a value follows, each once. */
export function valueOptions(commands: ProgramWords['commands']): string[] {
  const options = commands.flatMap((command) => command.options.filter(({ value }) => value !== undefined));
  return [...new Set(options.map(({ long }) => long))];
}
