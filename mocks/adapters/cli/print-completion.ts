import type { Commands } from './command.ts'
import { bash } from './completion/bash.ts'
import { fish } from './completion/fish.ts'
import { completionTable } from './completion/table.ts'
import { zsh } from './completion/zsh.ts'
import { readChoice } from './read-value.ts'

/** Prints the completion script of a shell. */
export function printCompletion(commands: Commands, shell: string): number {
  const script = readChoice('SHELL', shell, { bash, zsh, fish })
  console.log(script(completionTable(commands)).trimEnd())
  return 0
}
