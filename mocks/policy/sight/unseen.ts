import { seenBy } from '../evaluate/evaluate.ts'
import { visibleKinds } from '../evaluate/visible-kinds.ts'
import type { Call } from '../call/call.ts'
import { isNamedType, type NamedType } from '../world/resources.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** Types of references that name nothing, or something hidden. Which of the two is never disclosed. */
export type Unseen = readonly NamedType[]

/** The types of the call's unresolved references that may name something hidden from the caller. */
export const unseenBy = (
  context: PolicyContext,
  { actor, unresolved: references }: Call,
): Unseen | undefined => {
  if (references.length === 0) return undefined
  const types = new Set(references.flatMap(({ type }) => (isNamedType(type) ? [type] : [])))
  const hideable = [...types].filter(
    (type) =>
      visibleKinds(context.judge.policy).some(({ kind }) => kind === type) &&
      !seenBy(context, actor).all(type),
  )
  return hideable.length === 0 ? undefined : hideable
}
