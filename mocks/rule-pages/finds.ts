import type { OperationId } from '../../src/generated/operations.ts'
import type { Attempt } from './attempts.ts'
import type { Candidate } from './candidates.ts'

/** A call that was tried. */
export interface Found extends Attempt {
  readonly operation: OperationId
  readonly candidate: Candidate
}

/** The examples of a rule. */
export interface Pair {
  readonly allowed?: Found
  readonly denied?: Found
  /** Whether both are the same call, by two people. */
  readonly isOneCall: boolean
}

/** The first calls found for each rule; those that one person makes and another can't come first. */
export class Finds {
  readonly #pairs = new Map<string, Pair>()
  readonly #byOperation = new Map<OperationId, Pair>()

  /** Notes the attempts of several people at one call. Returns whether they add to what is known. */
  note(attempts: readonly Found[]): boolean {
    const [first] = attempts
    if (first === undefined) return false
    const allowed = attempts.find(({ isAllowed }) => isAllowed)
    const denied = attempts.filter(({ isAllowed }) => !isAllowed)
    const byRule = new Map(denied.toReversed().map((one) => [one.refusedBy(), one]))
    const asked = new Set(allowed?.asked())
    const wrong = byRule.get('API') ?? denied[0]
    const added = [
      keep(this.#byOperation, first.operation, { allowed, denied: wrong }),
      ...[...asked].map((rule) => keep(this.#pairs, rule, { allowed, denied: byRule.get(rule) })),
      ...[...byRule].map(([rule, one]) => keep(this.#pairs, rule, { denied: one })),
    ]
    return added.includes(true)
  }

  of(rule: string): Pair | undefined {
    return this.#pairs.get(rule)
  }

  /** The calls of an operation, whatever rule they ask. */
  ofOperation(operation: OperationId): Pair | undefined {
    return this.#byOperation.get(operation)
  }
}

interface Seen {
  readonly allowed?: Found | undefined
  readonly denied?: Found | undefined
}

/** Keeps a call of each kind. Returns whether it is news. */
function keep<Key>(pairs: Map<Key, Pair>, key: Key, { allowed, denied }: Seen): boolean {
  const known = pairs.get(key)
  if (known?.isOneCall === true) return false
  const isOneCall = allowed !== undefined && denied !== undefined
  const now = isOneCall ? { allowed, denied } : { ...seen({ allowed, denied }), ...seen(known) }
  if (!isOneCall && known?.allowed === now.allowed && known?.denied === now.denied) return false
  pairs.set(key, { ...now, isOneCall })
  return true
}

const seen = ({ allowed, denied }: Seen = {}) => ({
  ...(allowed && { allowed }),
  ...(denied && { denied }),
})
