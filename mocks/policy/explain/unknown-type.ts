import { lowerCase } from '../../shared/lower-case.ts'
import { didYouMean } from '../../shared/nearest.ts'
import { quoted } from '../../shared/quoted.ts'
import type { Policy } from '../language/policy.ts'
import { typeNames } from '../language/type-names.ts'

/**
 * Says that no type has that name, and which one it may have meant: the type with that noun, or the nearest
 * name.
 */
export function unknownType(policy: Policy, name: string): string {
  const { nouns } = policy
  const wanted = lowerCase(name)
  const meant = (['project', 'team'] as const).find((type) => lowerCase(nouns[type]) === wanted)
  const hint =
    meant === undefined ? didYouMean(name, typeNames(policy), 1) : ` Did you mean ${meant}?`
  return `There is no type ${quoted(name)}.${hint}`
}
