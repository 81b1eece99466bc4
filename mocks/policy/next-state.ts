import { isRecord } from '../../src/core/record.ts'
import type { Call } from './call.ts'
import type { World } from './world.ts'

/** What the call leaves of its user's role and its entry's roles; what it does not state stays as it is. */
export interface NextState {
  /** The organization role's key. */
  role: string | undefined
  /** The entry's role keys, by category. */
  roles: Readonly<Record<string, string>>
}

/** Role keys once the call is carried out, for conditions that speak of `next`. */
export const nextState = (
  world: World,
  { things: { user, member }, input }: Pick<Call, 'things' | 'input'>,
): NextState => {
  const keyOf = (reference: string): string => world.role(reference)?.key ?? reference
  const stated = isRecord(input?.roles) ? Object.entries(input.roles) : []
  const cleared = new Set(stated.map(([category]) => category))
  const kept = Object.entries(member?.roles ?? {}).filter(([category]) => !cleared.has(category))
  const set = stated.flatMap(([category, reference]): [string, string][] =>
    typeof reference === 'string' ? [[category, keyOf(reference)]] : [],
  )
  const current = typeof user === 'object' ? user.role : undefined
  return {
    role: typeof input?.role === 'string' ? keyOf(input.role) : current,
    roles: Object.fromEntries([...kept, ...set]),
  }
}
