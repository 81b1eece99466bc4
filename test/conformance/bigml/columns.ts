import type { Columns } from '../situation.ts'
import type { Situation } from './scenario.ts'

const holding = (role: Situation['role']) => (): Situation => ({ role })

/** With that permission on a private project, as a member and as a restricted member. */
const onPrivate = (level?: Situation['level']) => (): readonly Situation[] =>
  (['member', 'restricted'] as const).map((role) => ({ role, ...(level && { level }) }))

const onPublic =
  (...situations: readonly Situation[]) =>
  (): readonly Situation[] =>
    situations.map((situation) => ({ ...situation, isPublic: true }))

/** The situation of the actor of each column. */
export const columns: Columns<Situation> = {
  organization: {
    owner: holding('owner'),
    admin: holding('admin'),
    member: holding('member'),
    restricted: holding('restricted'),
  },
  private_project: {
    admin: onPrivate('admin'),
    write: onPrivate('write'),
    read: onPrivate('read'),
    none: onPrivate(),
  },
  public_project: {
    'organization owner': onPublic({ role: 'owner' }),
    'organization admin': onPublic({ role: 'admin' }),
    'creator of the project': onPublic(
      { role: 'member', isCreator: true },
      { role: 'restricted', isCreator: true },
    ),
    // A permission from before the project was made public makes no difference.
    'any other active user of the organization': onPublic(
      { role: 'member' },
      { role: 'restricted' },
      { role: 'member', level: 'read' },
      { role: 'restricted', level: 'admin' },
    ),
  },
}
