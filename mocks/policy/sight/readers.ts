import { bind } from '../decide/bind.ts'
import { type NamedType, resourceOf, type Resources } from '../world/resources.ts'
import { decide } from '../decide/decide.ts'
import { isEnforcementPoint } from '../world/enforcement-point.ts'
import type { Judge } from '../language/judge.ts'
import { keptByState } from '../world/kept.ts'
import { memo } from '../../shared/memo.ts'
import type { ListedType, Reader } from '../world/reader.ts'
import { finds, readOperations, readsAny } from '../decide/finding.ts'
import { isActiveMember, isForAddress } from '../world/membership.ts'
import { sees } from '../evaluate/evaluate.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

const isOwn = ({ id, email }: UserRecord, resources: Resources): boolean => {
  const { user, invitation } = resources
  return (typeof user === 'object' && user.id === id) || invitation?.email === email
}

/** Whether they may see it as one who need not be a member for it. */
const isForReader = (reader: UserRecord, { member }: Resources): boolean =>
  member !== undefined && isForAddress(member, reader)

const maySee = (
  judge: Judge,
  world: World,
  reader: UserRecord,
  type: NamedType,
  id: string,
): boolean => {
  const resources = resourceOf(world, type, id)?.resources
  if (resources === undefined) return false
  if (isOwn(reader, resources) || isEnforcementPoint(reader)) return true
  if (!isActiveMember(reader) && (reader.paused || !isForReader(reader, resources))) return false
  if (!sees({ judge, world, actor: reader, resources })) return false
  if (type === 'project' || type === 'artifact' || type === 'member') return true
  return finds(judge, world, reader, { type, id })
}

const mayListAll = (judge: Judge, world: World, reader: UserRecord, type: ListedType): boolean => {
  const list = readOperations.get(type)?.list
  if (list !== undefined && Object.hasOwn(judge.policy.changes, list)) {
    return decide(judge, world, bind(judge, world, reader, list, [{}])) === 'yes'
  }
  return readsAny(judge, world, reader, type)
}

const readers = keptByState((world) =>
  memo((judge: Judge) =>
    memo((user: UserRecord): Reader => {
      const seen = new Map<string, boolean>()
      return {
        user,
        sees(type, { id }) {
          const known = seen.get(id)
          if (known !== undefined) return known
          const found = maySee(judge, world, user, type, id)
          seen.set(id, found)
          return found
        },
        mayList: (type) =>
          isEnforcementPoint(user) ||
          (isActiveMember(user) && mayListAll(judge, world, user, type)),
      }
    }),
  ),
)

/** The reader of decisions on a world. Each answer is worked out once for each state. */
export const readerOf = (judge: Judge, world: World, user: UserRecord): Reader =>
  readers(world)(judge)(user)
