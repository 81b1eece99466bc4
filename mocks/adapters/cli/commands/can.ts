import type { Command } from '../command.ts'
import { platformOptions } from '../platform-options.ts'

/** Says whether somebody may make a call. */
export const can: Command = {
  summary: 'Say whether somebody may make a call, why, and what would allow it.',
  takes: 'OPERATION [ARGUMENT…]',
  options: {
    as: { value: 'USER', text: 'Who would call, by e-mail address.' },
    ...platformOptions,
    hardened: { text: 'Nobody hands out a permission that they do not hold there.' },
    json: { text: 'Print the decision as JSON.' },
  },
  endsWithOne: 'where the answer is not yes',
  example: `rolecall can --as lead@acme.test roles.create '{"key":"auditor","permissions":[]}'`,
  async run(given, words) {
    const implementation = await import('../can.ts')
    return implementation.can(given, words)
  },
}
