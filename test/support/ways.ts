import type { Decision } from '../../src/index.ts'

/** The arguments of each alternative's calls, as they would be run; the last words where there is none. */
export const waysIn = ({ alternatives, final }: Pick<Decision, 'alternatives' | 'final'>) =>
  final ?? alternatives.map(({ calls }) => calls.map(({ args }) => args))
