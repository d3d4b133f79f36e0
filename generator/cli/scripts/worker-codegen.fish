# Completion of worker-codegen for fish: worker-codegen completion fish | source
function __worker_codegen
    set -l words (commandline -opc)
    set -l program $words[1]
    if set -l at (contains -i -- worker-codegen $words); and test $at -gt 1
        set program npx --no worker-codegen
        set words $words[$at..]
    end
    set -e words[1]
    test "$words[1]" = --; and set -e words[1]
    set -l offered ($program completion fish -- $words (commandline -ct) 2>/dev/null)
    set -l assignment (string match -r -- '^--[^=]*=' (commandline -ct))
    if test "$offered" = /
        set -l folders (__fish_complete_directories (string replace -- "$assignment" '' (commandline -ct)))
        string replace -r -- '^' "$assignment" $folders
    else if set -q offered[1]
        printf '%s\n' $offered
    end
end
complete -c worker-codegen -f -a '(__worker_codegen)'
complete -c npx -n '__fish_seen_subcommand_from worker-codegen' -f -a '(__worker_codegen)'
complete -c npm -n '__fish_seen_subcommand_from exec x; and __fish_seen_subcommand_from worker-codegen' -f -a '(__worker_codegen)'
