import type { Command } from '../command.ts'
import { formatOptions } from '../format/format.ts'

/** Prints the problems of a policy. */
export const policyCheck: Command = {
  summary: 'Find the problems of a policy: where, what is wrong, what would be right.',
  takes: [
    {
      value: 'FILE',
      several: true,
      needed: 'Name a policy, as a JSON file.',
      known: 'policies',
      file: true,
    },
  ],
  options: {
    strict: { text: 'Exit with 1 for warnings too.' },
    ...formatOptions(['text', 'json']),
  },
  exits: { zero: 'if there is no error', one: 'if there is one' },
  example: 'rolecall policy check ./my-policy.json',
  async run(given, words) {
    const { checkFiles } = await import('../check-files.ts')
    return checkFiles(given, words)
  },
}
