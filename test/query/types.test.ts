import {
  type InfiniteData,
  QueryClient,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import {
  createClient,
  type Decision,
  type RequestOptions,
  type RolecallError,
  type User,
} from 'rolecall'
import { type ListPage, queries } from 'rolecall/query'
import { expectTypeOf, test } from 'vitest'

const client = createClient<'adaptive'>({ baseUrl: 'https://platform.example' })
const platform = queries(client)

// Types alone: hooks run in the browser's test.
test('the data and error types of a query reach the component', () => {
  const user = () => useQuery(platform.users.get.queryOptions('reviewer@acme.test'))
  expectTypeOf(user).returns.toEqualTypeOf<UseQueryResult<User, RolecallError>>()

  const selected = () =>
    useQuery({
      ...platform.users.list.queryOptions({ team: 'support' }),
      select: ({ data }) => data.map(({ email }) => email),
    })
  expectTypeOf(selected).returns.toEqualTypeOf<UseQueryResult<string[], RolecallError>>()

  const suspended = () => useSuspenseQuery(platform.users.me.queryOptions()).data
  expectTypeOf(suspended).returns.toEqualTypeOf<User>()

  const decision = () => useQuery(platform.roles.delete.canOptions('reviewer'))
  expectTypeOf(decision).returns.toEqualTypeOf<UseQueryResult<Decision, RolecallError>>()
})

test('so do those of all pages of a list', () => {
  const users = () => useInfiniteQuery(platform.users.list.infiniteQueryOptions())
  expectTypeOf(users).returns.toEqualTypeOf<
    UseInfiniteQueryResult<InfiniteData<ListPage<User>>, RolecallError>
  >()
})

test('a key knows the type of its cached data', () => {
  const cache = new QueryClient()
  const { queryKey } = platform.users.get.queryOptions('reviewer@acme.test')
  expectTypeOf(cache.getQueryData(queryKey)).toEqualTypeOf<User | undefined>()
  const pages = platform.users.list.infiniteQueryOptions().queryKey
  expectTypeOf(cache.getQueryData(pages)).toEqualTypeOf<
    InfiniteData<ListPage<User>, string | null> | undefined
  >()
})

test('a mutation takes the arguments of the method, one alone or several in an array', () => {
  const update = () => useMutation(platform.users.update.mutationOptions())
  type Update = ReturnType<typeof update>
  expectTypeOf<Update['data']>().toEqualTypeOf<User | undefined>()
  expectTypeOf<Update['error']>().toEqualTypeOf<RolecallError | null>()
  expectTypeOf<Update['context']>().toEqualTypeOf<unknown>()
  const mutate = (use: Update) => {
    use.mutate(['reviewer@acme.test', { teams: { support: 'reviewer' } }, { ifMatch: 'a1' }])
    // @ts-expect-error A role is a string.
    use.mutate(['reviewer@acme.test', { teams: { support: 7 } }])
    // @ts-expect-error The body is missing.
    use.mutate('reviewer@acme.test')
  }
  expectTypeOf(mutate).toBeFunction()

  const remove = () => useMutation(platform.users.remove.mutationOptions())
  const removeThem = (use: ReturnType<typeof remove>) => {
    use.mutate('reviewer@acme.test')
    use.mutate(['reviewer@acme.test', { timeout: 5_000 }])
    // @ts-expect-error Nobody is named.
    use.mutate()
  }
  expectTypeOf(removeThem).toBeFunction()

  const leave = () => useMutation(platform.organization.delete.mutationOptions())
  expectTypeOf((use: ReturnType<typeof leave>) => use.mutate()).toBeFunction()
})

test('a mutation knows the keys of the policy', () => {
  const create = () => useMutation(platform.roles.create.mutationOptions())
  const createOne = (use: ReturnType<typeof create>) => {
    use.mutate({ key: 'qa', permissions: ['use_case:read'] })
    // @ts-expect-error A permission that the policy does not have.
    use.mutate({ key: 'qa', permissions: ['use_case:raed'] })
  }
  expectTypeOf(createOne).toBeFunction()
})

test('the callbacks of a mutation are typed, its context included', () => {
  platform.roles.delete.mutationOptions({
    onMutate: (role) => {
      expectTypeOf(role).toEqualTypeOf<string | [role: string, options?: RequestOptions]>()
      return { before: 1 }
    },
    onError: (error, _, undo) => {
      expectTypeOf(error).toEqualTypeOf<RolecallError>()
      expectTypeOf(undo).toEqualTypeOf<{ before: number } | undefined>()
    },
  })
})
