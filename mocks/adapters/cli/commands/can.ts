import type { Command } from '../command.ts'
import { formatOptions } from '../format/format.ts'
import { platformOptions } from '../platform-options.ts'
import { calling } from '../calling.ts'

/** Prints whether a user may make a call. */
export const can: Command = {
  summary: 'Say whether a user may make a call, why, and which calls would allow it.',
  takes: calling,
  options: {
    as: { value: 'USER', text: 'The caller, by e-mail address.' },
    ...platformOptions,
    hardened: { text: 'Let nobody hand out a permission that they don’t hold there.' },
    ...formatOptions(['text', 'json']),
  },
  exits: { zero: 'for yes', one: 'for any other answer' },
  example: `rolecall can --as lead@acme.test roles.create '{"key":"auditor","permissions":[]}'`,
  async run(given, words) {
    const implementation = await import('../can.ts')
    return implementation.can(given, words)
  },
}
