import type { ArgumentSpec, Command } from '../command.ts'
import { formatOptions } from '../format/format.ts'

const policy = (value: string): ArgumentSpec => ({
  value,
  needed: 'Name two policies, by name or as JSON files: rolecall policy diff A B.',
  known: 'policies',
  file: true,
})

/** Prints who gains and loses which actions between two policies. */
export const policyDiff: Command = {
  summary: 'Show who gains and loses which actions from one policy to another.',
  takes: [policy('A'), policy('B')],
  options: {
    scenario: {
      value: 'NAME|FILE',
      text: 'The users and resources to compare with. Default: the default scenario of A.',
      known: 'scenarios',
      file: true,
    },
    ...formatOptions(['text', 'json', 'markdown', 'csv']),
  },
  exits: { zero: 'if the policies agree', one: 'if they differ' },
  example: 'rolecall policy diff adaptive ./my-policy.json',
  async run(given, words) {
    const { showDiff } = await import('../show-diff.ts')
    return showDiff(given, words)
  },
}
