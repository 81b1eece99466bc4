import { calling } from '../calling.ts'
import type { Command } from '../command.ts'
import { formatOptions } from '../format/format.ts'
import { remoteOptions } from '../remote-options.ts'

/** Makes a call to a running mock as one of its users. */
export const as: Command = {
  summary: 'Make a call to a running mock as one of its users, and print the result as JSON.',
  takes: [{ value: 'USER', needed: 'Name the caller, by id or e-mail address.' }, ...calling],
  options: {
    'sign-up': { text: 'Sign an unknown e-mail address up.' },
    ...remoteOptions,
    ...formatOptions(['text', 'json']),
  },
  exits: { zero: 'for a success', one: 'if the mock refuses the call' },
  example: `rolecall as admin@acme.test roles.create '{"key":"auditor","permissions":[]}'`,
  async run(given, words) {
    const { runAs } = await import('../remote/run-as.ts')
    return runAs(given, words)
  },
}
