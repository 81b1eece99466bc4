import { caseFunctions } from './cases.ts'
import type { CompletedCommand } from './table.ts'

/** A completion script for zsh: a file of a folder in `fpath`, or to be sourced after `compinit`. */
export const zsh = (table: readonly CompletedCommand[]): string => `\
#compdef rolecall
# Completion of rolecall for zsh. To install it, run this and start a new shell:
#   rolecall completion zsh > ~/.rolecall.zsh && echo 'source ~/.rolecall.zsh' >> ~/.zshrc

${caseFunctions(table)}

_rolecall() {
  local command='' option='' known='' files='' count=0 word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n $option ]]; then
      option=''
    elif [[ $word == -* ]]; then
      _rolecall_value "$command $word" && option=$word
    elif [[ $count -eq 0 ]] && _rolecall_is_command "\${command:+$command }$word"; then
      command="\${command:+$command }$word"
    else
      count=$((count + 1))
    fi
  done
  known='' files=''
  if [[ -n $option ]]; then
    _rolecall_value "$command $option"
  elif [[ $PREFIX == --*=* ]]; then
    _rolecall_value "$command \${PREFIX%%=*}"
    compset -P '*='
  elif [[ $PREFIX == -* ]]; then
    _rolecall_options "$command"
  else
    _rolecall_argument "$command $count"
  fi
  [[ -n $known ]] && compadd -- \${=known}
  [[ -n $files ]] && _files
  return 0
}

if [[ $funcstack[1] == _rolecall ]]; then
  _rolecall "$@"
else
  compdef _rolecall rolecall
fi
`
