import type { OptionWords, ProgramWords, ValueKind } from './command-words.js';

/**
 * The completion script for zsh (https://zsh.sourceforge.io/Doc/Release/Completion-System.html), to be sourced behind
 * `compinit` or to lie in a folder of `fpath`.
 *
 * @param program - The program, its options and commands.
 */
export function zshScript({ name: program, options: ownOptions, commands }: ProgramWords): string {
  const name = `_${program.replaceAll('-', '_')}`;
  const own = ownOptions.map((option) => quote(optionSpec(option, name)));
  const described = commands.map((command) => `      ${quote(`${command.name}:${command.description}`)}`);
  const cases = commands.map(({ name: command, options, argument }) => {
    const specs = [
      ...options.map((option) => optionSpec(option, name)),
      ...(argument === undefined ? [] : [`1:${command}:${action(argument, name)}`]),
    ];
    return `      ${command})\n        _arguments ${specs.map(quote).join(' \\\n          ')} ;;`;
  });
  return `#compdef ${program}
# Completion of ${program} for zsh: source <(${program} completion zsh)
${name}_messages() {
  local -a names
  local catalog=\${opt_args[--catalog]:-catalog}
  # Before colons and backslashes of its own, it has a backslash more than was typed.
  catalog=\${(Q)\${\${catalog//\\\\\\\\/\\\\}//\\\\:/:}}
  names=(\${(f)"$("$${name}_program" list --names --catalog "\${catalog/#\\~\\//$HOME/}" 2>/dev/null)"})
  compadd -a names
}
${name}() {
  local context state state_descr line ${name}_program=\${(Q)words[1]}
  typeset -A opt_args
  local -a commands
  _arguments -C ${own.join(' ')} '1:command:->command' '*::argument:->argument'
  case $state in
    command)
      commands=(
${described.join('\n')}
      )
      _describe -t commands command commands ;;
    argument)
      case $words[1] in
${cases.join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == ${name} ]]; then ${name} "$@"; else compdef ${name} ${program}; fi
`;
}

function optionSpec({ long, description, value }: OptionWords, name: string): string {
  const told = `[${description.replaceAll(/[[\]\\:]/g, '\\$&')}]`;
  return value === undefined ? long + told : `${long}=${told}:value:${action(value, name)}`;
}

function action(value: ValueKind, name: string): string {
  switch (value.kind) {
    case 'choices':
      return `(${value.choices.join(' ')})`;
    case 'folder':
      return '_files -/';
    case 'message':
      return `${name}_messages`;
    case 'other':
      return ' ';
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
