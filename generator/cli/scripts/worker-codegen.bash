# Completion of worker-codegen for bash: source <(worker-codegen completion bash)
_worker_codegen() {
  local offered at=0 program=("${COMP_WORDS[0]}")
  COMPREPLY=()
  case ${program##*/} in
    npx) at=1 ;;
    npm) at=2 ;;
  esac
  if ((at)); then
    [[ $at == 1 || ${COMP_WORDS[1]} == @(exec|x) ]] && [[ ${COMP_WORDS[at]} == -- ]] && ((at += 1))
    if [[ ${COMP_WORDS[at]} != worker-codegen ]] || ((COMP_CWORD <= at)) || [[ ${program##*/} == npm && ${COMP_WORDS[1]} != @(exec|x) ]]; then
      [[ ${program##*/} == npm && -n $_worker_codegen_npm ]] && "$_worker_codegen_npm" "$@"
      return
    fi
    program=(npx --no worker-codegen)
    [[ ${COMP_WORDS[at + 1]} == -- ]] && ((at += 1))
  fi
  while IFS= read -r offered; do
    if [[ $offered == / ]]; then compopt -o dirnames 2>/dev/null; else COMPREPLY+=("$offered"); fi
  done < <("${program[@]}" completion bash -- "${COMP_WORDS[@]:at+1:COMP_CWORD-at}" 2>/dev/null)
}
complete -F _worker_codegen worker-codegen
_worker_codegen_npm=$(complete -p npm 2>/dev/null | sed -n 's/.* -F \([^ ]*\) .*/\1/p')
[[ $_worker_codegen_npm == _worker_codegen ]] && _worker_codegen_npm=
complete -o default -F _worker_codegen npx npm
