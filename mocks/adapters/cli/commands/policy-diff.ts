import type { Command } from '../command.ts'

/** Says who gains and loses what between two policies. */
export const policyDiff: Command = {
  summary: 'Show who gains and loses what from one policy to another.',
  takes: 'A B',
  options: {
    scenario: { value: 'NAME|FILE', text: 'Whose users and things. Default the usual one of A.' },
    json: { text: 'Print it as JSON.' },
  },
  endsWithOne: 'where the policies differ',
  example: 'rolecall policy diff adaptive ./my-policy.json',
  async run(given, words) {
    const { showDiff } = await import('../show-diff.ts')
    return showDiff(given, words)
  },
}
