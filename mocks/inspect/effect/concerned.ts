import type { Platform } from '../../platform/platform.ts'
import type { World } from '../../policy/world/world.ts'
import type { Touched } from './resources.ts'

/** The people whose rights a call may change, by e-mail address. */
export interface Concerned {
  /** People whose own roles, entries or grants changed. */
  readonly directly: readonly string[]
  /** Whether something changed that is the same for all, such as the plan. */
  readonly isForAll: boolean
}

/** Finds the people whose own roles, entries or grants a call changed. */
export function concernedBy(
  before: Platform,
  after: Platform,
  touched: readonly Touched[],
): Concerned {
  const worlds = [before.world, after.world]
  const emails = touched.flatMap((one) => worlds.flatMap((world) => emailsOf(world, one)))
  return {
    directly: [...new Set(emails)],
    isForAll: touched.some(({ type }) => type === 'organization'),
  }
}

function emailsOf(world: World, { type, id }: Touched): readonly string[] {
  if (type === 'user') return emailOf(world, id)
  if (type === 'role') {
    const role = world.role(id)
    return role ? [...world.usersWith(role.key)].map(({ email }) => email) : []
  }
  if (type !== 'member') return []
  const { subject } = world.member(id) ?? {}
  if (subject?.type !== 'team') return subject ? emailOf(world, subject.id) : []
  const team = world.team(subject.id)
  return team ? [...world.usersIn(team.key)].map(({ email }) => email) : []
}

const emailOf = (world: World, reference: string): readonly string[] => {
  const email = world.user(reference)?.email
  return email === undefined ? [] : [email]
}
