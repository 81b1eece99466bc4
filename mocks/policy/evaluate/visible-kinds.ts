import { perPolicy } from '../language/per-policy.ts'
import { type NamedType, namedTypes } from '../language/resource-types.ts'
import type { Policy, Rule } from '../language/policy.ts'

/** A kind of resource that can be hidden. */
export interface VisibleKind {
  readonly kind: NamedType
  /** The rule for seeing one. */
  readonly rule: Rule | undefined
  /** Rules of artifact kinds, which take precedence. */
  readonly ruleByArtifactKind: ReadonlyMap<string, Rule | undefined>
}

/** The kinds of resources that can be hidden. */
export const visibleKinds = perPolicy(
  ({ visibility, kinds: artifacts, rules }: Policy): readonly VisibleKind[] => {
    const own = Object.entries(artifacts).flatMap(([kind, { see }]): [string, Rule | undefined][] =>
      see === undefined ? [] : [[kind, rules[see]]],
    )
    return namedTypes
      .map((kind): VisibleKind => ({
        kind,
        rule: visibility[kind],
        ruleByArtifactKind: new Map(kind === 'artifact' ? own : []),
      }))
      .filter(({ rule, ruleByArtifactKind }) => rule || ruleByArtifactKind.size > 0)
  },
)
