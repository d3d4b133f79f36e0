import { valueOptions, type ProgramWords, type ValueKind } from './command-words.js';

/**
 * The completion script for bash, 3.2 and later
 * (https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html). Names of messages are compared, never
 * expanded: `compgen -W` would run what stands in them.
 *
 * @param program - The program, its options and commands.
 */
export function bashScript({ name: program, options: ownOptions, commands }: ProgramWords): string {
  const name = `_${program.replaceAll('-', '_')}`;
  const values = commands.flatMap((command) =>
    command.options.flatMap(({ long, value }) =>
      value === undefined ? [] : [`    '${command.name} ${long}') ${offer(value)} ;;`],
    ),
  );
  const first = [...commands.map((command) => command.name), ...ownOptions.map(({ long }) => long)];
  const rests = commands.map(({ name: command, options, argument }) => {
    const optional = `words=(${options.map(({ long }) => long).join(' ')})`;
    return argument === undefined
      ? `        ${command}) ${optional} ;;`
      : `        ${command}) if [[ $current == -* || -n $argument ]]; then ${optional}; else ${offer(argument)}; fi ;;`;
  });
  return `# Completion of ${program} for bash: source <(${program} completion bash)
# Sets text to what a word stands for: without its quotes and backslashes, and with nothing in it expanded.
${name}_unquote() {
  local quote='' character index
  text=''
  for ((index = 0; index < \${#1}; index++)); do
    character=\${1:index:1}
    case $quote$character in
      "''" | '""') quote='' ;;
      \\\\) index=$((index + 1)); text+=\${1:index:1} ;;
      '"\\') if [[ '$\`"\\' == *"\${1:index+1:1}"* ]]; then index=$((index + 1)); fi; text+=\${1:index:1} ;;
      \\' | \\") quote=$character ;;
      *) text+=$character ;;
    esac
  done
}
${name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} kind='' word index text
  local catalog=catalog argument='' words=()
  COMPREPLY=()
  if [[ $current == '=' ]]; then current=''; elif [[ $previous == '=' ]]; then previous=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((index = 2; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    case $word in
      ${valueOptions(commands).join(' | ')})
        index=$((index + 1))
        if [[ \${COMP_WORDS[index]} == '=' ]]; then index=$((index + 1)); fi
        if [[ $word == --catalog ]]; then catalog=\${COMP_WORDS[index]}; fi ;;
      -*) ;;
      *) argument=$word ;;
    esac
  done
  if ((COMP_CWORD == 1)); then previous=''; fi
  ${name}_unquote "$catalog"
  catalog=$text
  if [[ $catalog == '~/'* ]]; then catalog=$HOME/\${catalog:2}; fi
  ${name}_unquote "$current"
  current=$text
  case "\${COMP_WORDS[1]} $previous" in
${values.join('\n')}
    *)
      if ((COMP_CWORD == 1)); then words=(${first.join(' ')}); else
        case \${COMP_WORDS[1]} in
${rests.map((line) => `  ${line}`).join('\n')}
        esac
      fi ;;
  esac
  case $kind in
    message) while IFS= read -r word; do words+=("$word"); done < <("\${COMP_WORDS[0]}" list --names --catalog "$catalog" 2>/dev/null) ;;
    folder)
      compopt -o filenames 2>/dev/null
      while IFS= read -r word; do words+=("$word"); done < <(compgen -d -- "$current") ;;
  esac
  for word in "\${words[@]}"; do
    if [[ $word == "$current"* ]]; then COMPREPLY+=("$word"); fi
  done
}
complete -F ${name} ${program}
`;
}

/** What to offer for a value; a command that sets \`words\` or \`kind\`. */
function offer(value: ValueKind): string {
  return value.kind === 'choices' ? `words=(${value.choices.join(' ')})` : `kind=${value.kind}`;
}
