import { seenBy } from '../evaluate/evaluate.ts'
import { visibleKinds } from '../evaluate/visible-kinds.ts'
import type { Call } from '../call/call.ts'
import type { Judge } from '../language/judge.ts'
import { isNamedType, type NamedType } from '../world/resources.ts'
import type { World } from '../world/world.ts'

/** The kinds of what a call names that is not there, or is and stays hidden: nobody is told which. */
export type Unseen = readonly NamedType[]

/** Kinds of references that name nothing which the caller sees, and could name something hidden. */
export const unseenBy = (
  judge: Judge,
  world: World,
  { actor, unresolved: references }: Call,
): Unseen | undefined => {
  if (references.length === 0) return undefined
  const types = new Set(references.flatMap(({ type }) => (isNamedType(type) ? [type] : [])))
  const hideable = [...types].filter(
    (type) =>
      visibleKinds(judge.policy).some(({ kind }) => kind === type) &&
      !seenBy(judge, world, actor).all(type),
  )
  return hideable.length === 0 ? undefined : hideable
}
