import type { Scalar } from '../../policy/language/condition.ts'
import type { Policy, Value } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import { comparisonsIn } from './conditions.ts'
import { spotsOfEffect, spotsOfGuard } from './field-spots.ts'
import { type Spot, spotOfInvariant, type Spots } from './spot.ts'

/** A field that a policy reads in one place. */
export interface Read {
  readonly at: string
  readonly field: string
  readonly spots: Spots
  /** The values that it is compared with; left out if an effect takes its value. */
  readonly is?: Scalar | readonly Scalar[]
}

/** A text with placeholders for fields. */
export interface Filled {
  readonly at: string
  readonly text: string
  readonly spots: Spots
}

const taken = (value: Value, at: string, spots: Spots): readonly Read[] =>
  'field' in value ? [{ at: at + pointer('field'), field: value.field, spots }] : []

const takenByEffects = ({ effects }: Policy): readonly Read[] =>
  effects.flatMap(({ on, do: done }, index) => {
    const at = pointer('effects', index)
    const spots = spotsOfEffect(on)
    if ('joinTeam' in done) {
      return [
        ...taken(done.joinTeam, at + pointer('do', 'joinTeam'), spots),
        ...taken(done.role, at + pointer('do', 'role'), spots),
      ]
    }
    return 'addEntry' in done
      ? taken(done.addEntry.team, at + pointer('do', 'addEntry', 'team'), spots)
      : []
  })

/** Every field that a condition of the policy compares, or an effect takes. */
export const readIn = (policy: Policy): readonly Read[] => [
  ...comparisonsIn(policy).map(({ at, ...read }) => ({ at: at + pointer('field'), ...read })),
  ...takenByEffects(policy),
]

/** Every text of the policy whose placeholders are filled. */
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

/** Every text that is shown as written. */
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
