import type { Command } from '../command.ts'

/** Prints the problems of a policy. */
export const policyCheck: Command = {
  summary: 'Find the problems of a policy: where, what is wrong, what would be right.',
  takes: 'FILE…',
  options: { strict: { text: 'Exit with 1 for warnings too.' } },
  exits: { zero: 'if there is no error', one: 'if there is one' },
  example: 'rolecall policy check ./my-policy.json',
  async run(given, words) {
    const { checkFiles } = await import('../check-files.ts')
    return checkFiles(words, given.has('strict'))
  },
}
