import { casesOf, isMapChange } from '../../../mocks/policy/language/changes.ts'
import type { Policy } from '../../../mocks/policy/index.ts'
import type { Change, MapChange, OperationChanges } from '../../../mocks/policy/language/policy.ts'
import { type Mutant, replaced, type Variant } from './mutant.ts'
import { variantsOfCondition } from './trees.ts'

function* ofChange(change: Change): Generator<Variant<Change>> {
  const cases = casesOf(change)
  for (const [index, one] of cases.entries()) {
    // The last case is the default.
    if (index < cases.length - 1) {
      yield { what: `case ${index} dropped`, value: replaced(cases, index) }
    }
    for (const { what, value } of one.when ? variantsOfCondition(one.when) : []) {
      const changed = { ...one, when: value }
      yield { what: `case ${index}, when ${what}`, value: replaced(cases, index, changed) }
    }
  }
}

function* ofKey(change: Change | MapChange): Generator<Variant<Change | MapChange>> {
  if (!isMapChange(change)) return yield* ofChange(change)
  for (const { what, value } of ofChange(change.change)) {
    yield { what, value: { ...change, change: value } }
  }
}

function* ofOperation(changes: OperationChanges): Generator<Variant<OperationChanges>> {
  const { always, keys = {}, required, ...rest } = changes
  if (always) {
    for (const { what, value } of ofChange(always)) {
      yield { what: `always, ${what}`, value: { ...changes, always: value } }
    }
  }
  for (const [key, change] of Object.entries(keys)) {
    for (const { what, value } of ofKey(change)) {
      yield { what: `${key}, ${what}`, value: { ...changes, keys: { ...keys, [key]: value } } }
    }
  }
  if (required) {
    const others = { ...rest, ...(always && { always }), ...(changes.keys && { keys }) }
    yield { what: 'required dropped', value: others }
  }
}

/** Every choice between changes wrong, and the requirements of a body left out. */
export function* mutantsOfChanges(policy: Policy): Generator<Mutant> {
  for (const [operation, changes] of Object.entries(policy.changes)) {
    for (const { what, value } of ofOperation(changes)) {
      yield {
        id: `changes/${operation}: ${what}`,
        policy: { ...policy, changes: { ...policy.changes, [operation]: value } },
        words: [operation],
      }
    }
  }
}
