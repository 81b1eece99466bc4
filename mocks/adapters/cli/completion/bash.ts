import { caseFunctions } from './cases.ts'
import type { CompletedCommand } from './table.ts'

/** A completion script for bash, 3.2 or later. It needs no other file. */
export const bash = (table: readonly CompletedCommand[]): string => `\
# Completion of rolecall for bash. To install it, run this and start a new shell:
#   rolecall completion bash > ~/.rolecall.bash && echo 'source ~/.rolecall.bash' >> ~/.bashrc

${caseFunctions(table)}

_rolecall() {
  local cur=\${COMP_WORDS[COMP_CWORD]} command='' option='' known='' files='' count=0 index word
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    if [[ -n $option ]]; then
      # Bash makes three words of --option=value.
      [[ $word == '=' ]] || option=''
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
    [[ $cur == '=' ]] && cur=''
    _rolecall_value "$command $option"
  elif [[ $cur == -* ]]; then
    _rolecall_options "$command"
  else
    _rolecall_argument "$command $count"
  fi
  COMPREPLY=()
  while IFS='' read -r word; do
    COMPREPLY+=("$word")
  done < <(
    compgen -W "$known" -- "$cur"
    [[ -n $files ]] && compgen -f -- "$cur"
  )
  # Marks folders and quotes spaces. Bash 3.2 has no compopt.
  [[ -n $files ]] && compopt -o filenames 2>/dev/null
  return 0
}

complete -F _rolecall rolecall
`
