import type { Client } from '../client.ts'
import { checkNames, must } from '../core/base/check.ts'
import { kindOf } from '../core/base/kind-of.ts'
import { createQueries, type Queries } from '../generated/queries.ts'
import type { AnyKeys, PolicyKeys } from '../generated/policies.ts'
import { createQueryMaker } from './query-maker.ts'

/** Settings of {@link queries}. */
export interface QueriesSettings {
  /**
   * The first word of every key. Default: `'rolecall'`. Give each client of a shared `QueryClient` its own
   * prefix, or one person would be shown what another may see. If one client's token function answers for
   * several people, give each person a prefix or a `QueryClient`.
   */
  prefix?: string | undefined
}

/**
 * Options for TanStack Query, operation by operation, for any of its adapters (React, Vue, Solid,
 * Svelte, Angular) or a `QueryClient` alone.
 *
 * A key is the prefix, the operation, and its arguments: `['rolecall', 'users', 'list', { team:
 * 'support' }]`. So `platform.users.key` matches all queries of users, and `platform.users.list.key` all
 * lists of them.
 *
 * @throws RolecallError if the client or a setting is wrong.
 * @example
 * const platform = queries(client)
 * const { data } = useQuery(platform.users.list.queryOptions({ team: 'support' }))
 * const update = useMutation(platform.users.update.mutationOptions())
 */
export function queries<K extends PolicyKeys = AnyKeys>(
  client: Client<K>,
  settings: QueriesSettings = {},
): Queries<K> {
  checkNames("queries' settings", settings, ['prefix'])
  const { prefix = 'rolecall' } = settings
  if (typeof prefix !== 'string') throw must('prefix', 'text', kindOf(prefix))
  if (typeof client?.call !== 'function') {
    throw must("queries' first argument", 'what createClient answers', kindOf(client))
  }
  // The generated types know the answers of operations.
  function call<T>(operation: string, args: readonly unknown[]): Promise<T>
  function call(operation: string, args: readonly unknown[]): Promise<unknown> {
    return client.call<string>(operation, ...args)
  }
  const can = (operation: string, args: readonly unknown[]) =>
    client.can<string>(operation, ...args)

  const onWrite: Client['onWrite'] = (listener) => {
    if (typeof client.onWrite === 'function') return client.onWrite(listener)
    throw must("queries' first argument", 'what createClient answers, to tell of writes')
  }

  return createQueries<K>(createQueryMaker(prefix, { call, can, onWrite }))
}
