import type { Member, MemberAdd } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { inEntry } from '../policy/world/roles.ts'
import type { World } from '../policy/world/world.ts'
import type { MemberRecord } from '../policy/language/records.ts'
import { isEmailAddress, mustBeEmail } from '../shared/email-address.ts'
import { fieldError } from '../message/field-error.ts'
import { refuseFields } from '../message/refusal.ts'
import { found, type Store } from '../state/store.ts'
import { list } from './list.ts'
import { mergePatch } from './merge-patch.ts'
import { activate, makeKnown } from '../state/people.ts'
import { invalid, nothing, type Reply, resource } from '../platform/reply.ts'
import type { Handlers, Work } from './work.ts'
import { lowerCase } from '../shared/lower-case.ts'

export const members: Handlers<
  | 'projects.members.list'
  | 'projects.members.add'
  | 'projects.members.get'
  | 'projects.members.update'
  | 'projects.members.remove'
  | 'projects.members.accept'
  | 'projects.members.reject'
> = {
  'projects.members.list': (work) => {
    const { store, world, args, input } = work
    const { key } = found(world.project(args[0] ?? ''))
    const { status } = input
    return list(work, {
      type: 'member',
      candidates: store.tables.members.where('project', key),
      meets: (member) => status === undefined || member.status === status,
    })
  },

  'projects.members.add': (work) => {
    const { store, world, input } = work
    const [reference = ''] = work.args
    const { key } = found(world.project(reference))
    const { type, id } = input.subject
    if (type === 'email' && !isEmailAddress(id)) {
      return invalid(fieldError('/subject/id', mustBeEmail))
    }
    const subject = subjectOf(world, input.subject)
    const { members: table } = store.tables
    const entry = table.byKey(`${key}/${subject.id}`)
    if (entry !== undefined) {
      const error = fieldError(
        '/subject',
        'has an entry on this project already. Update that entry.',
      )
      const about = [{ type: 'member', id: entry.id }] as const
      return refuseFields(409, 'already_exists', [error], { about })
    }
    const { roles = {}, rights = [], grants, isOwner } = input
    if (subject.type === 'email') makeKnown(store, subject.id)
    const member = table.put({
      ...store.birth('member'),
      project: key,
      subject,
      roles: roleKeys(work, roles),
      rights,
      ...(grants !== undefined && { grants }),
      ...(isOwner !== undefined && { isOwner }),
      // An entry for an address is an invitation until the person answers.
      status: subject.type === 'email' ? 'pending' : 'accepted',
    })
    if (subject.type !== 'email') return resource('member', member)
    const mail = { at: store.now, to: subject.id, invitation: member.id }
    return { ...resource('member', member), mail }
  },

  'projects.members.get': ({ world, args: [, member = ''] }) =>
    resource('member', found(world.member(member))),

  'projects.members.update': (work) => {
    const { store, world, input } = work
    const [, reference = ''] = work.args
    const member = found(world.member(reference))
    const { roles = {}, rights = member.rights, grants, isOwner } = input
    const changed = store.tables.members.put({
      ...member,
      roles: mergePatch(member.roles, roleKeys(work, roles)),
      rights,
      ...(grants !== undefined && { grants: mergePatch(member.grants ?? {}, grants) }),
      ...(isOwner !== undefined && { isOwner }),
    })
    return resource('member', changed)
  },

  'projects.members.remove': ({ store, world, args: [, member = ''] }) => {
    store.tables.members.delete(found(world.member(member)).id)
    return nothing
  },

  'projects.members.accept': ({ store, world, actor, args: [, member = ''] }) => {
    activate(store, actor)
    return answer(store, found(world.member(member)), 'accepted')
  },

  'projects.members.reject': ({ store, world, args: [, member = ''] }) =>
    answer(store, found(world.member(member)), 'rejected'),
}

const answer = (store: Store, member: MemberRecord, status: Member['status']): Reply =>
  resource('member', store.tables.members.put({ ...member, status }))

/** Stores users and teams by id, and addresses in lower case. */
function subjectOf(world: World, { type, id }: MemberAdd['subject']): MemberRecord['subject'] {
  if (type === 'email') return { type, id: lowerCase(id) }
  return { type, id: found(world[type](id)).id }
}

/** Stores roles by key. */
function roleKeys<Role extends string | null>(
  { world, policy }: Pick<Work<OperationId>, 'world' | 'policy'>,
  roles: Readonly<Record<string, Role>>,
): Record<string, Role | string> {
  return Object.fromEntries(
    Object.entries(roles).map(([category, role]) => [
      category,
      role === null ? role : found(world.role(role, inEntry(policy, category))).key,
    ]),
  )
}
