import { perPolicy } from '../language/per-policy.ts'
import { type NamedType, namedTypes } from '../language/resource-types.ts'
import type { Policy, Rule } from '../language/policy.ts'

/** A kind of resource that not everybody sees. */
export interface VisibleKind {
  readonly kind: NamedType
  /** Who sees one; an artifact's own kind may say otherwise. */
  readonly rule: Rule | undefined
  readonly ruleByArtifactKind: ReadonlyMap<string, Rule | undefined>
}

/** The kinds of which not everybody sees every one. */
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
