import { page } from './page.ts'
import type { Handlers } from './work.ts'

export const permissions: Handlers<'permissions.list'> = {
  'permissions.list': (work) => {
    const items = Object.entries(work.policy.permissions).map(
      ([key, { description, origin, note }]) => ({
        key,
        category: key.split(':')[0] ?? key,
        description,
        source: origin,
        ...(note !== undefined && { note }),
      }),
    )
    const { limit, cursor } = work.input
    return page(items, { list: work.operation, limit, cursor }, (data, nextCursor) => ({
      data,
      nextCursor,
    }))
  },
}
