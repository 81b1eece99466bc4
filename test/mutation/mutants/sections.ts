import type { Condition } from '../../../mocks/policy/language/condition.ts'
import type { Policy } from '../../../mocks/policy/index.ts'
import type { ProjectSource } from '../../../mocks/policy/language/policy.ts'
import { type Mutant, replaced } from './mutant.ts'
import { variantsOfCondition } from './trees.ts'

interface Conditional {
  rule: string
  when?: Condition
  on?: readonly string[]
}

/** Each item left out, and each condition of one wrong. */
function* ofList<T extends Conditional>(
  name: string,
  items: readonly T[],
  policyWith: (items: readonly T[]) => Policy,
): Generator<Mutant> {
  for (const [index, item] of items.entries()) {
    const { rule, when, on = [] } = item
    const about = { rule, words: on }
    const path = `${name}/${index} ${rule}`
    yield { ...about, id: `${path}: dropped`, policy: policyWith(replaced(items, index)) }
    for (const [at, event] of on.length > 1 ? on.entries() : []) {
      const without = { ...item, on: replaced(on, at) }
      yield {
        ...about,
        id: `${path}: on ${event} dropped`,
        policy: policyWith(replaced(items, index, without)),
      }
    }
    if (when === undefined) continue
    for (const { what, value } of variantsOfCondition(when)) {
      const changed = { ...item, when: value }
      yield {
        ...about,
        id: `${path}: when ${what}`,
        policy: policyWith(replaced(items, index, changed)),
      }
    }
  }
}

/** Every guard, invariant and effect left out, and its condition wrong. */
export function* mutantsOfStates(policy: Policy): Generator<Mutant> {
  yield* ofList('guards', policy.guards, (guards) => ({ ...policy, guards }))
  yield* ofList('effects', policy.effects, (effects) => ({ ...policy, effects }))
  yield* ofList('invariants', policy.invariants, (invariants) => ({ ...policy, invariants }))
  for (const [index, invariant] of policy.invariants.entries()) {
    const { atLeast, atMost, ...rest } = invariant
    if (atLeast === undefined || atMost === undefined) continue
    const path = `invariants/${index} ${invariant.rule}`
    const policyWith = (bound: { atLeast: number } | { atMost: typeof atMost }): Policy => ({
      ...policy,
      invariants: replaced(policy.invariants, index, { ...rest, ...bound }),
    })
    yield {
      id: `${path}: atLeast dropped`,
      rule: rest.rule,
      policy: policyWith({ atMost }),
      words: [],
    }
    yield {
      id: `${path}: atMost dropped`,
      rule: rest.rule,
      policy: policyWith({ atLeast }),
      words: [],
    }
  }
}

/** The scope that hardened mode counts for every narrower one, left out. */
export function* mutantsOfHardened(policy: Policy): Generator<Mutant> {
  const { wider, ...hardened } = policy.hardened ?? {}
  if (!wider || !('rule' in hardened)) return
  const { rule } = hardened
  yield { id: 'hardened: wider dropped', rule, policy: { ...policy, hardened }, words: [] }
}

/**
 * Every way into a project left out, or wrong; how several combine; and the permissions of an entry's
 * rights.
 */
export function* mutantsOfSources(policy: Policy): Generator<Mutant> {
  const { combine, from } = policy.sources.project
  const combining = (how: typeof combine, sources: readonly ProjectSource[]): Policy => ({
    ...policy,
    sources: { project: { combine: how, from: sources } },
  })
  const other = combine === 'each' ? 'highest' : 'each'
  if (from.length > 1)
    yield { id: `sources: combined ${other}`, policy: combining(other, from), words: [] }
  yield* ofList('sources', from, (sources) => combining(combine, sources))
  for (const [index, source] of from.entries()) {
    if ('roles' in source) {
      for (const [at, role] of source.roles.entries()) {
        const fewer = { ...source, roles: replaced(source.roles, at) }
        yield {
          id: `sources/${index} ${source.rule}: ${role} dropped`,
          rule: source.rule,
          policy: combining(combine, replaced(from, index, fewer)),
          words: [],
        }
      }
    }
    if (!('capped' in source)) continue
    const uncapped = { ...source, capped: !source.capped }
    yield {
      id: `sources/${index} ${source.rule}: capped flipped`,
      rule: source.rule,
      policy: combining(combine, replaced(from, index, uncapped)),
      words: [],
    }
  }
  for (const right of ['upload', 'download'] as const) {
    const { [right]: permission, ...rights } = policy.rights ?? {}
    if (permission === undefined) continue
    yield { id: `rights/${right}: dropped`, policy: { ...policy, rights }, words: [permission] }
  }
}
