import type { OptionSpec } from './command.ts'

/** The options that choose a platform. */
export const platformOptions = {
  policy: {
    value: 'NAME|FILE',
    text: 'The policy: a name, or a JSON file. Default: adaptive.',
    known: 'policies',
    file: true,
  },
  scenario: {
    value: 'NAME|FILE',
    text: 'The users and resources at the start, likewise. Default: acme; empty for a policy with a name of its own.',
    known: 'scenarios',
    file: true,
  },
} as const satisfies Record<string, OptionSpec>
