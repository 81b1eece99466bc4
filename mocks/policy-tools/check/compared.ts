import { isOperation } from '../../policy/actions.ts'
import { isMapChange } from '../../policy/changes.ts'
import type { Condition, Scalar } from '../../policy/condition.ts'
import type { Change, Policy, Value } from '../../policy/policy.ts'
import { pointer } from '../pointer.ts'
import { spotOfCases, spotsOfEffect, spotsOfGuard } from './field-spots.ts'
import { type Spot, spotOfInvariant, type Spots, spotOfSource } from './spot.ts'

/** A field that a policy reads, and everywhere that it is read. */
export interface Read {
  readonly at: string
  readonly field: string
  readonly spots: Spots
  /** What it is compared with; left out where it is only taken. */
  readonly is?: Scalar | readonly Scalar[]
}

/** A text that is filled with fields. */
export interface Filled {
  readonly at: string
  readonly text: string
  readonly spots: Spots
}

function readBy(condition: Condition | undefined, at: string, spots: Spots): Read[] {
  if (!condition) return []
  if ('field' in condition) {
    return [{ at: at + pointer('field'), field: condition.field, is: condition.is, spots }]
  }
  if ('not' in condition) return readBy(condition.not, at + pointer('not'), spots)
  const [name, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any]
  return parts.flatMap((part, index) => readBy(part, at + pointer(name, index), spots))
}

function readByCases(change: Change, at: string, spot: Spot): readonly Read[] {
  if (typeof change === 'string') return []
  if ('ask' in change) return readBy(change.when, at + pointer('when'), [[spot]])
  return change.flatMap(({ when }, index) => readBy(when, at + pointer(index, 'when'), [[spot]]))
}

const readByChanges = ({ changes }: Policy): readonly Read[] =>
  Object.entries(changes).flatMap(([operation, { always, keys = {} }]) => {
    if (!isOperation(operation)) return []
    const at = pointer('changes', operation)
    const keyed = Object.entries(keys).flatMap(([key, change]) => {
      const place = at + pointer('keys', key)
      return isMapChange(change)
        ? readByCases(
            change.change,
            place + pointer('change'),
            spotOfCases(operation, key, change.each),
          )
        : readByCases(change, place, spotOfCases(operation, key))
    })
    const whole = always ? readByCases(always, at + pointer('always'), spotOfCases(operation)) : []
    return [...whole, ...keyed]
  })

const taken = (value: Value, at: string, spots: Spots): readonly Read[] =>
  'field' in value ? [{ at: at + pointer('field'), field: value.field, spots }] : []

const readByEffects = ({ effects }: Policy): readonly Read[] =>
  effects.flatMap(({ on, when, do: done }, index) => {
    const at = pointer('effects', index)
    const spots = spotsOfEffect(on)
    const given =
      'joinTeam' in done
        ? [
            ...taken(done.joinTeam, at + pointer('do', 'joinTeam'), spots),
            ...taken(done.role, at + pointer('do', 'role'), spots),
          ]
        : 'addEntry' in done
          ? taken(done.addEntry.team, at + pointer('do', 'addEntry', 'team'), spots)
          : []
    return [...readBy(when, at + pointer('when'), spots), ...given]
  })

/** Every field that a condition of the policy compares, or an effect takes. */
export const readIn = (policy: Policy): readonly Read[] => [
  ...policy.sources.project.from.flatMap(({ when }, index) =>
    readBy(when, pointer('sources', 'project', 'from', index, 'when'), [
      [spotOfSource('the condition of a source')],
    ]),
  ),
  ...readByChanges(policy),
  ...policy.guards.flatMap(({ on, when }, index) =>
    readBy(when, pointer('guards', index, 'when'), spotsOfGuard(policy, on)),
  ),
  ...readByEffects(policy),
]

/** Every text of the policy that is filled. */
export const filledIn = (policy: Policy): readonly Filled[] => [
  ...policy.guards.map(({ on, text }, index) => ({
    at: pointer('guards', index, 'text'),
    text,
    spots: spotsOfGuard(policy, on).map((asked) => asked.map(inText)),
  })),
  ...policy.invariants.map(({ text }, index) => ({
    at: pointer('invariants', index, 'text'),
    text,
    spots: [[spotOfInvariant('the text of an invariant')]],
  })),
]

const inText = (spot: Spot): Spot => ({ ...spot, where: `the text of ${spot.where}` })

/** Every text that is told as it is written. */
export const toldAsWritten = ({ rules, visibility, roles, hardened }: Policy) => [
  ...Object.entries(rules).map(([action, { text }]) => ({
    at: pointer('rules', action, 'text'),
    text,
    of: 'a rule',
  })),
  ...Object.entries(visibility).map(([type, { text }]) => ({
    at: pointer('visibility', type, 'text'),
    text,
    of: 'a rule',
  })),
  ...roles.flatMap(({ unassignable }, index) =>
    unassignable
      ? [
          {
            at: pointer('roles', index, 'unassignable', 'text'),
            text: unassignable.text,
            of: 'a role',
          },
        ]
      : [],
  ),
  ...(hardened
    ? [{ at: pointer('hardened', 'text'), text: hardened.text, of: 'the hardened mode' }]
    : []),
]
