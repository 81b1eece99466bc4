import type { Command } from '../command.ts'

/** Says what is wrong with a policy. */
export const policyCheck: Command = {
  summary: 'Find what is wrong with a policy, where, and what would be right.',
  takes: 'FILE…',
  options: {},
  endsWithOne: 'where it finds something',
  example: 'rolecall policy check ./my-policy.json',
  async run(_, words) {
    const { checkFiles } = await import('../check-files.ts')
    return checkFiles(words)
  },
}
