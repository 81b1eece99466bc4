import type { ArgumentSpec } from './command.ts'

/** The arguments that name a call: its operation, and the operation's own arguments. */
export const calling: readonly ArgumentSpec[] = [
  {
    value: 'OPERATION',
    needed: 'Name the operation, such as roles.create.',
    known: 'operations',
  },
  { value: 'ARGUMENT', several: true },
]
