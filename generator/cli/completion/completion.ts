import type { Command } from 'commander';
import { bashScript } from './bash.js';
import { programWords, type ProgramWords } from './command-words.js';
import { fishScript } from './fish.js';
import type { Shell } from './shells.js';
import { zshScript } from './zsh.js';

const scripts: Readonly<Record<Shell, (program: ProgramWords) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/**
 * Writes the script that completes a program's commands, options and their values in a shell. Names of messages are asked
 * of the program while someone types, by `list --names`.
 *
 * @param program - The program.
 * @param shell - The shell.
 */
export function completionScript(program: Command, shell: Shell): string {
  return scripts[shell](programWords(program));
}
