import type { Policy } from '../policy/language/policy.ts'

/**
 * Types a policy of one's own: an editor completes it, and what it says is kept to the letter, so that
 * its keys can be used as types.
 *
 * @param policy - The policy, as data.
 * @returns The same object.
 * @example
 * const library = definePolicy({ ...adaptive, name: 'library', title: 'Our library' })
 * const mock = createMock({ policy: library })
 */
export const definePolicy = <const P extends Policy>(policy: P): P => policy
