import type { Command } from '../command.ts'

/** Says what is wrong with a policy. */
export const policyCheck: Command = {
  summary: 'Find what is wrong with a policy, where, and what would be right.',
  takes: 'FILE…',
  options: { strict: { text: 'End with 1 for warnings too.' } },
  endsWithOne: 'where it finds an error',
  example: 'rolecall policy check ./my-policy.json',
  async run(given, words) {
    const { checkFiles } = await import('../check-files.ts')
    return checkFiles(words, given.has('strict'))
  },
}
