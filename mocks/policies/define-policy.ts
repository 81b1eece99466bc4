import type { Policy } from '../policy/language/policy.ts'

/**
 * Types your own policy: editors complete it, and its keys stay literal types, so that they can be used
 * as types.
 *
 * @param policy - The policy, as data.
 * @returns The same object.
 * @example
 * const library = definePolicy({ ...adaptive, name: 'library', title: 'Our library' })
 * const mock = createMock({ policy: library })
 */
export const definePolicy = <const P extends Policy>(policy: P): P => policy
