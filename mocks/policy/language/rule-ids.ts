import { pointer } from '../../shared/json-pointer.ts'
import type { Policy } from './policy.ts'

/** A place of a policy that names a rule by its id. */
export interface RulePlace {
  readonly id: string
  /** A JSON pointer. */
  readonly at: string
  /** The rule in a sentence, if the place says it. */
  readonly text?: string
}

/** The places of a policy that name a rule, in its order. */
export const rulePlaces = (policy: Policy): readonly RulePlace[] => [
  ...Object.entries(policy.rules).map(([action, { id, text }]) => ({
    id,
    text,
    at: pointer('rules', action, 'id'),
  })),
  ...Object.entries(policy.visibility).map(([type, { id, text }]) => ({
    id,
    text,
    at: pointer('visibility', type, 'id'),
  })),
  ...(['guards', 'invariants', 'effects'] as const).flatMap((section) =>
    policy[section].map(({ rule }, index) => ({ id: rule, at: pointer(section, index, 'rule') })),
  ),
  ...policy.sources.project.from.map(({ rule }, index) => ({
    id: rule,
    at: pointer('sources', 'project', 'from', index, 'rule'),
  })),
  ...policy.roles.flatMap(({ unassignable }, index) =>
    unassignable === undefined
      ? []
      : [{ id: unassignable.rule, at: pointer('roles', index, 'unassignable', 'rule') }],
  ),
  ...(policy.hardened === undefined
    ? []
    : [
        {
          id: policy.hardened.rule,
          text: policy.hardened.text,
          at: pointer('hardened', 'rule'),
        },
      ]),
]
