import type { Command } from 'commander';
import type { Candidate } from './candidates.js';

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

/** How a shell is told what to offer, a line each. */
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
  const { candidates } = await import('./candidates.js');
  const offered = await candidates(program, shell === 'bash' ? plainWords(words) : words, folder);
  return lines[shell](offered)
    .map((line) => `${line}\n`)
    .join('');
}

/** bash takes = for a word of its own, and leaves quotes as they were typed. */
function plainWords(words: readonly string[]): string[] {
  const separate = words.filter((word, index) => word !== '=' || index === words.length - 1);
  return separate.map((word) => (word === '=' ? '' : unquoted(word)));
}

/** What a word of bash stands for, with nothing in it expanded; its last quote may be open. */
function unquoted(word: string): string {
  return word.replaceAll(
    /'([^']*)'?|"((?:[^"\\]|\\.)*)"?|\\(.?)/gs,
    (_, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replaceAll(/\\([$`"\\])/g, '$1') ?? escaped ?? '',
  );
}
