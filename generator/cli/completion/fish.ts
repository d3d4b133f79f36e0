import { valueOptions, type ProgramWords, type ValueKind } from './command-words.js';

/**
 * The completion script for fish, 3.0 and later (https://fishshell.com/docs/current/cmds/complete.html).
 *
 * @param program - The program, its options and commands.
 */
export function fishScript({ name: program, options: ownOptions, commands }: ProgramWords): string {
  const name = `__${program.replaceAll('-', '_')}`;
  const complete = `complete -c ${program}`;
  const own = ownOptions.map(
    ({ long, description }) => `${complete} -n __fish_use_subcommand -l ${long.slice(2)} -d ${quote(description)}`,
  );
  const lines = commands.flatMap(({ name: command, description, options, argument }) => {
    const within = `${complete} -n '__fish_seen_subcommand_from ${command}'`;
    return [
      `${complete} -n __fish_use_subcommand -a ${command} -d ${quote(description)}`,
      ...options.map(
        ({ long, description: told, value }) => `${within} -l ${long.slice(2)}${values(value, name)} -d ${quote(told)}`,
      ),
      ...(argument === undefined || argument.kind === 'other'
        ? []
        : [
            `${complete} -n '__fish_seen_subcommand_from ${command}; and ${name}_awaits_argument'${values(argument, name).replace(' -x', '')}`,
          ]),
    ];
  });
  return `# Completion of ${program} for fish: ${program} completion fish | source
function ${name}_messages
    set -l words (commandline -opc)
    set -l catalog catalog
    for index in (seq 2 (count $words))
        switch $words[$index]
            case --catalog
                if test $index -lt (count $words)
                    set catalog $words[(math $index + 1)]
                end
            case '--catalog=*'
                set catalog (string replace -- --catalog= '' $words[$index])
        end
    end
    $words[1] list --names --catalog (string replace -r '^~/' "$HOME/" -- $catalog) 2>/dev/null
end
function ${name}_awaits_argument
    set -l words (commandline -opc)
    set -e words[1..2]
    set -l is_value no
    for word in $words
        if test $is_value = yes
            set is_value no
        else if contains -- $word ${valueOptions(commands).join(' ')}
            set is_value yes
        else if not string match -q -- '-*' $word
            return 1
        end
    end
end
${complete} -f
${own.join('\n')}
${lines.join('\n')}
`;
}

/** What an option takes, or an argument is; \`-x\` says that a value has to follow. */
function values(value: ValueKind | undefined, name: string): string {
  switch (value?.kind) {
    case undefined:
      return '';
    case 'choices':
      return ` -x -a ${quote(value.choices.join(' '))}`;
    case 'folder':
      return " -x -a '(__fish_complete_directories)'";
    case 'message':
      return ` -x -a '(${name}_messages)'`;
    case 'other':
      return ' -x';
  }
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
