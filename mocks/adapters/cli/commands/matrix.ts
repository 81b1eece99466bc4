import type { Command } from '../command.ts'
import { formatOptions } from '../format/format.ts'
import { platformOptions } from '../platform-options.ts'

/** Prints who may do what. */
export const matrix: Command = {
  summary: 'Show who may do what: a row per action with its rules, a column per user.',
  options: {
    ...platformOptions,
    on: {
      value: 'TYPE:ID',
      text: 'The resource acted on, such as project:churn. Default: the organization.',
    },
    ...formatOptions(['text', 'json', 'markdown', 'csv']),
  },
  example: 'rolecall matrix --policy bigml --on project:churn --format markdown',
  async run(given) {
    const { showMatrix } = await import('../show-matrix.ts')
    return showMatrix(given)
  },
}
