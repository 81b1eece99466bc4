import type { Command } from '../command.ts'

/** Prints who gains and loses which actions between two policies. */
export const policyDiff: Command = {
  summary: 'Show who gains and loses which actions from one policy to another.',
  takes: 'A B',
  options: {
    scenario: {
      value: 'NAME|FILE',
      text: 'The users and resources to compare with. Default: the default scenario of A.',
    },
    json: { text: 'Print the difference as JSON.' },
  },
  exits: { zero: 'if the policies agree', one: 'if they differ' },
  example: 'rolecall policy diff adaptive ./my-policy.json',
  async run(given, words) {
    const { showDiff } = await import('../show-diff.ts')
    return showDiff(given, words)
  },
}
