import type { Decision } from '../../src/index.ts'

/** The arguments of each alternative's calls, ready to run; or the final sentence if there are none. */
export const waysIn = ({ alternatives, final }: Pick<Decision, 'alternatives' | 'final'>) =>
  final ?? alternatives.map(({ calls }) => calls.map(({ args }) => args))
