import type { Command, OptionSpec } from './command.ts'

/** The option of that name, or of that former name, with its name of today. */
export const optionNamed = (
  name: string,
  options: Command['options'],
): readonly [name: string, option: OptionSpec] | undefined =>
  Object.entries(options).find(([own, { formerly }]) => own === name || formerly === name)
