import { json } from '../platform/reply.ts'
import type { Policy } from '../policy/language/policy.ts'
import { readCursor } from './cursor.ts'
import { pageOf } from './page.ts'
import type { Handlers } from './work.ts'

export const permissions: Handlers<'permissions.list'> = {
  'permissions.list': ({ policy, operation, input: { limit, cursor } }) => {
    const start = readCursor(cursor, operation, {})
    if (typeof start === 'object') return start
    return json(() => {
      const { items, nextCursor } = pageOf(permissionsOf(policy), { list: operation, start, limit })
      return { data: items, nextCursor }
    })
  },
}

const permissionsOf = ({ permissions: all }: Policy): readonly object[] =>
  Object.entries(all).map(([key, { name, description, origin, note }]) => ({
    key,
    ...(name !== undefined && { name }),
    category: key.split(':')[0] ?? key,
    description,
    source: origin,
    ...(note !== undefined && { note }),
  }))
