#compdef worker-codegen
# Completion of worker-codegen for zsh: source <(worker-codegen completion zsh)
_worker_codegen() {
  local -a offered program
  local -i at=1
  program=("${(Q)words[1]}")
  case ${program[1]:t} in
    npx) at=2 ;;
    npm) at=3 ;;
  esac
  if ((at > 1)); then
    [[ $words[at] == -- ]] && ((at += 1))
    if [[ $words[at] != worker-codegen || ( $program[1]:t == npm && $words[2] != (exec|x) ) ]] || ((CURRENT <= at)); then
      ${_worker_codegen_before[${program[1]:t}]:-_default} "$@"
      return
    fi
    program=(npx --no worker-codegen)
    [[ $words[at+1] == -- ]] && ((at += 1))
  fi
  offered=("${(@f)$("${program[@]}" completion zsh -- "${(@Q)words[at+1,CURRENT]}" 2>/dev/null)}")
  if [[ $offered[1] == / ]]; then
    compset -P '--*='
    _files -/
  elif [[ -n $offered[1] ]]; then
    _describe -t values value offered
  fi
}
if [[ $funcstack[1] == _worker_codegen ]]; then
  _worker_codegen "$@"
else
  typeset -gA _worker_codegen_before
  for _worker_codegen_each in npx npm; do
    [[ ${_comps[$_worker_codegen_each]:-_worker_codegen} == _worker_codegen ]] ||
      _worker_codegen_before[$_worker_codegen_each]=$_comps[$_worker_codegen_each]
  done
  compdef _worker_codegen worker-codegen npx npm
fi
