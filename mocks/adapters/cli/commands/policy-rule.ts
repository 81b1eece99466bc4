import type { Command } from '../command.ts'
import { formatOptions } from '../format/format.ts'
import { platformOptions } from '../platform-options.ts'

/** Prints a rule of a policy. */
export const policyRule: Command = {
  summary: 'Show a rule: its sentence, the documentation’s words, what asks it, and examples.',
  takes: [{ value: 'ID' }],
  options: { ...platformOptions, ...formatOptions(['text', 'json', 'markdown']) },
  example: 'rolecall policy rule AD-04',
  async run(given, words) {
    const { showRule } = await import('../show-rule.ts')
    return showRule(given, words)
  },
}
