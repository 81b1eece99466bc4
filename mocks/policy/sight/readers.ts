import { bind } from '../decide/bind.ts'
import { resourceOf, type Resources } from '../world/resources.ts'
import { decide } from '../decide/decide.ts'
import { isEnforcementPoint } from '../world/enforcement-point.ts'
import type { Judge } from '../language/judge.ts'
import { perState } from '../world/per-state.ts'
import { memo } from '../../shared/memo.ts'
import type { ListedType, Reader } from '../world/reader.ts'
import { finds, readOperations, readsAny, type ResourceId } from '../decide/finding.ts'
import { isActiveMember, isForAddress } from '../world/membership.ts'
import { sees } from '../evaluate/evaluate.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { UserRecord } from '../language/records.ts'

const isOwn = ({ id, email }: UserRecord, resources: Resources): boolean => {
  const { user, invitation } = resources
  return (typeof user === 'object' && user.id === id) || invitation?.email === email
}

/** Whether the resource is an entry for the reader's address, which they see without being a member. */
const isForReader = (reader: UserRecord, { member }: Resources): boolean =>
  member !== undefined && isForAddress(member, reader)

const maySee = (context: PolicyContext, reader: UserRecord, { type, id }: ResourceId): boolean => {
  const resources = resourceOf(context.world, type, id)?.resources
  if (resources === undefined) return false
  if (isOwn(reader, resources) || isEnforcementPoint(reader)) return true
  if (!isActiveMember(reader) && (reader.paused || !isForReader(reader, resources))) return false
  if (!sees({ ...context, actor: reader, resources })) return false
  if (type === 'project' || type === 'artifact' || type === 'member') return true
  return finds(context, reader, { type, id })
}

const mayListAll = (context: PolicyContext, reader: UserRecord, type: ListedType): boolean => {
  const list = readOperations.get(type)?.list
  if (list !== undefined && Object.hasOwn(context.judge.policy.changes, list)) {
    return decide(context, bind(context, { actor: reader, operation: list, args: [{}] })) === 'yes'
  }
  return readsAny(context, reader, type)
}

const readers = perState((world) =>
  memo((judge: Judge) => {
    const context: PolicyContext = { judge, world }
    return memo((user: UserRecord): Reader => {
      const seen = new Map<string, boolean>()
      return {
        user,
        sees(type, { id }) {
          const known = seen.get(id)
          if (known !== undefined) return known
          const found = maySee(context, user, { type, id })
          seen.set(id, found)
          return found
        },
        mayList: (type) =>
          isEnforcementPoint(user) || (isActiveMember(user) && mayListAll(context, user, type)),
      }
    })
  }),
)

/** The user as a reader of decisions. Each answer is computed once per state of the world. */
export const readerOf = ({ judge, world }: PolicyContext, user: UserRecord): Reader =>
  readers(world)(judge)(user)
