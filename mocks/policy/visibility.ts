import { type Things, unknown } from './call.ts'
import { evaluate } from './evaluate.ts'
import type { Policy } from './policy.ts'
import type { UserRecord, World } from './world.ts'

const kinds = ['project', 'artifact', 'team', 'user', 'role', 'member'] as const

/** Whether the actor sees that every one of the things exists. A kind without a rule is seen by all. */
export const sees = (policy: Policy, world: World, actor: UserRecord, things: Things): boolean =>
  kinds.every((kind) => {
    const rule = policy.visibility[kind]
    const thing = things[kind]
    if (!rule || thing === undefined || thing === unknown) return true
    // An artifact brings its project along; whoever sees the artifact need not see the project.
    if (kind === 'project' && things.artifact) return true
    return evaluate({ policy, world, actor, things }, rule.require) === 'yes'
  })
