import type { OptionSpec } from './command.ts'

/** Options that say which platform a command is about. */
export const platformOptions = {
  policy: { value: 'NAME|FILE', text: 'Whose rules: a name, or a JSON file. Default adaptive.' },
  scenario: { value: 'NAME|FILE', text: 'What there is at the start, likewise. Default acme.' },
} as const satisfies Record<string, OptionSpec>
