import { type Things, unknown } from './call.ts'
import { requiredRule } from './decide.ts'
import { evaluate } from './evaluate.ts'
import type { Judge } from './judge.ts'
import type { Policy, Rule } from './policy.ts'
import type { UserRecord, World } from './world.ts'

const kinds = [
  'project',
  'artifact',
  'team',
  'user',
  'role',
  'member',
  'invitation',
  'token',
] as const

/** Who sees a thing of that kind; an artifact's own kind may say so. */
const ruleFor = (
  policy: Policy,
  kind: (typeof kinds)[number],
  { artifact }: Things,
): Rule | undefined => {
  const see = kind === 'artifact' && artifact ? policy.kinds[artifact.kind]?.see : undefined
  return see === undefined ? policy.visibility[kind] : requiredRule(policy, see)
}

/** Whether the actor sees that every one of the things exists. A kind without a rule is seen by all. */
export const sees = (judge: Judge, world: World, actor: UserRecord, things: Things): boolean =>
  kinds.every((kind) => {
    const { policy } = judge
    const rule = ruleFor(policy, kind, things)
    const thing = things[kind]
    if (!rule || thing === undefined || thing === unknown) return true
    // An artifact brings its project along, and an entry that has a rule of its own: whoever sees those
    // need not see the project.
    if (kind === 'project' && (things.artifact || (things.member && policy.visibility.member))) {
      return true
    }
    return evaluate({ judge, world, actor, things }, rule.require) === 'yes'
  })
