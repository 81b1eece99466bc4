import type { KnownElsewhere } from '../policies/scenario.ts'
import type { NamedType } from '../policy/language/resource-types.ts'
import { stepsInto } from '../shared/json-pointer.ts'
import { type Loading, unlisted } from './loading.ts'
import { wrongValue } from './wrong.ts'

/** The longest id that an AuthZEN question can hold. */
const longest = 254

/** The parts of a record that say how it is known elsewhere. Throws for an external id that names two records. */
export function knownElsewhere(
  loading: Loading,
  type: NamedType,
  { externalId, properties }: KnownElsewhere,
  at: string,
): KnownElsewhere {
  if (externalId !== undefined) checkId(loading, type, externalId, at)
  return {
    ...(externalId !== undefined && { externalId }),
    ...(properties !== undefined && { properties: structuredClone(properties) }),
  }
}

function checkId(loading: Loading, type: NamedType, externalId: string, at: string): void {
  const predicate = faultOf(type, externalId)
  if (predicate !== undefined) {
    const fault = { pointer: '/externalId', predicate }
    throw wrongValue(loading.scenario, at, { externalId }, fault)
  }
  const place = `${at}${stepsInto('externalId')}`
  unlisted(loading, loading.world.find(type, externalId), place, externalId)
}

/** What an external id must be, unless it is that. */
function faultOf(type: NamedType, externalId: string): string | undefined {
  if (externalId.trim() === '') return 'must not be blank.'
  if (externalId.length > longest) return `must have at most ${longest} characters.`
  if (type !== 'user') return undefined
  if (externalId === 'me') return 'must not be "me", which names the caller.'
  const isAddress = externalId.includes('@')
  return isAddress ? 'must hold no "@": an e-mail address names a user without it.' : undefined
}
