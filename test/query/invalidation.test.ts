import { MutationObserver, type QueryKey, QueryClient } from '@tanstack/query-core'
import fc from 'fast-check'
import { APIError, type Client, NotFoundError, RolecallError } from 'rolecall'
import { createMock, type Mock } from 'rolecall/mocks'
import { policies, type Policy } from 'rolecall/policies'
import { type Mutation, queries, type Queries } from 'rolecall/query'
import { describe, expect, test } from 'vitest'
import { operations } from '../../src/generated/operations.ts'
import { runs, timeout } from '../properties/runs.ts'
import { callsOn } from '../properties/support/calls.ts'
import type { Sent } from '../properties/support/send.ts'
import { stage } from '../properties/support/stage.ts'

interface Look {
  queryKey: QueryKey
  queryFn(context: { signal: AbortSignal }): Promise<unknown>
}

/** Every read of a user. */
function looks(platform: Queries, projects: readonly string[]): readonly Look[] {
  const { organization, permissions, roles, teams, users, invitations, artifacts } = platform
  const all = { limit: 200 }
  return [
    organization.get.queryOptions(),
    permissions.list.queryOptions(all),
    roles.list.queryOptions(all),
    teams.list.queryOptions(all),
    users.list.queryOptions(all),
    users.me.queryOptions(),
    invitations.list.queryOptions(all),
    platform.projects.list.queryOptions(all),
    ...projects.map((project) => platform.projects.members.list.queryOptions(project, all)),
    artifacts.list.queryOptions(all),
    platform.tokens.list.queryOptions(all),
    platform.policy.matrix.queryOptions(),
  ]
}

/** The result of a read: the answer, or why there is none. */
async function seen({ queryFn }: Look): Promise<unknown> {
  try {
    return await queryFn({ signal: new AbortController().signal })
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    return { code: error.code }
  }
}

const isMutation = (value: unknown): value is Mutation<readonly unknown[], unknown> =>
  typeof value === 'object' && value !== null && 'mutationOptions' in value

function mutationOf(platform: Queries, operation: string): Mutation<readonly unknown[], unknown> {
  const found = operation
    .split('.')
    .reduce<unknown>((within, name) => Reflect.get(Object(within), name), platform)
  if (!isMutation(found)) throw new Error(`There is no mutation ${operation}`)
  return found
}

const isUnsendable = (error: unknown): boolean =>
  error instanceof RolecallError && !(error instanceof APIError)

async function isAllowed(client: Client, operation: string, args: readonly unknown[]) {
  try {
    return (await client.can<string>(operation, ...args)).allowed
  } catch (error) {
    // After the deletion of the organization there is nothing to read; a call without a name is not
    // sent.
    if (error instanceof NotFoundError || isUnsendable(error)) return false
    throw error
  }
}

const projectsOf = (mock: Mock): readonly string[] => {
  const { projects }: { projects: readonly { key: string }[] } = JSON.parse(mock.state)
  return projects.map(({ key }) => key)
}

/** Makes the call after all reads; returns the reads whose result changed without an invalidation. */
async function overlooked(
  mock: Mock,
  by: string,
  { operation, args }: Sent,
  isMutation: boolean,
): Promise<QueryKey[]> {
  const client = mock.client({ as: by })
  if (!(await isAllowed(client, operation, args))) return []
  const platform = queries(client)
  const cache = new QueryClient()
  const screens = looks(platform, projectsOf(mock))
  for (const screen of screens) cache.setQueryData(screen.queryKey, await seen(screen))
  if (isMutation) {
    const { mutationOptions } = mutationOf(platform, operation)
    await new MutationObserver(cache, mutationOptions()).mutate([...args])
  } else {
    platform.invalidateOnWrite(cache)
    await client.call<string>(operation, ...args)
  }
  const wrong: QueryKey[] = []
  for (const screen of screens) {
    if (cache.getQueryState(screen.queryKey)?.isInvalidated) continue
    const before: unknown = cache.getQueryData(screen.queryKey)
    const now = await seen(screen)
    if (JSON.stringify(now) !== JSON.stringify(before)) wrong.push([operation, ...screen.queryKey])
  }
  return wrong
}

describe.each(Object.values<Policy>(policies))('on $name', (policy) => {
  const start = createMock({ policy })
  const people = start.users().map(({ email }) => email)
  const isWrite = ({ operation }: Sent) =>
    operations[operation].method !== 'GET' && !operation.startsWith('access.')
  const step = fc.record({
    by: fc.oneof(fc.constant('admin@acme.test'), fc.constantFrom(...people)),
    call: callsOn(stage(policy)).changing.filter(isWrite),
    isMutation: fc.boolean(),
  })

  test(
    'results that a mutation or a heard write does not invalidate are still right',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
          const mock = createMock({ policy })
          for (const { by, call, isMutation } of steps) {
            expect(await overlooked(mock, by, call, isMutation)).toEqual([])
          }
        }),
        runs({ cases: 12 }),
      )
    },
    timeout,
  )
})
