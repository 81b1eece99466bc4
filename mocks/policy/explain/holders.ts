import type { EvaluationContext } from '../evaluate/context.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import type { Leaf } from '../language/requirement.ts'
import type { UserRecord } from '../language/records.ts'
import { isActiveMember } from '../world/membership.ts'
import type { Reader } from '../world/reader.ts'
import type { World } from '../world/world.ts'
import type { Givers } from './givers.ts'

/** The most people in a sentence, and the most whom the search looks at: a role can have a million holders. */
const most = 3
const mostSearched = 100

/** The person whom the leaf itself names, if the reader may see that resource. */
const personNamed = (
  { resources, world }: EvaluationContext,
  { sees }: Reader,
  leaf: Leaf,
): string | undefined => {
  const { user, invitation, member, artifact, project } = resources
  if ('self' in leaf) {
    if (leaf.self === 'invitation') {
      return invitation && sees('invitation', invitation) ? invitation.email : undefined
    }
    const subject = leaf.self === 'member' ? member?.subject.id : undefined
    if (subject === undefined)
      return typeof user === 'object' && leaf.self === 'user' ? seen(sees, user) : undefined
    if (!member || !sees('member', member)) return undefined
    const person = world.user(subject)
    return person ? seen(sees, person) : undefined
  }
  if (!('creator' in leaf)) return undefined
  const made =
    leaf.creator === 'artifact' ? artifact : typeof project === 'object' ? project : undefined
  const creator = made && world.user(made.creator)
  return creator && seen(sees, creator)
}

const seen = (sees: Reader['sees'], user: UserRecord): string | undefined =>
  sees('user', user) ? user.email : undefined

function* candidatesOf(world: World, { roles, owner, creator }: Givers): Iterable<UserRecord> {
  for (const id of [owner?.owner, creator?.creator]) {
    const user = id === undefined ? undefined : world.user(id)
    if (user) yield user
  }
  let searched = 0
  for (const { key } of roles) {
    for (const user of world.usersWith(key)) {
      if (searched === mostSearched) return
      searched += 1
      yield user
    }
  }
}

/** The addresses of people who meet one of the leaves, as far as the reader may see them: at most three. */
export const holdersOf = (
  context: EvaluationContext,
  reader: Reader,
  all: readonly { readonly leaf: Leaf; readonly givers: Givers }[],
): readonly string[] => {
  const found = new Set<string>()
  for (const { leaf, givers } of all) {
    const named = personNamed(context, reader, leaf)
    if (named !== undefined) found.add(named)
    // A search that stops early must not depend on people whom the reader may not see.
    if (!reader.mayList('user')) continue
    for (const user of candidatesOf(context.world, givers)) {
      if (found.size === most) break
      if (!isActiveMember(user) || !reader.sees('user', user)) continue
      if (evaluate({ ...context, actor: user }, leaf) === 'yes') found.add(user.email)
    }
  }
  return [...found].slice(0, most)
}
