/** The names that requests use: those of a running platform, read through its own lists. */
import type { Mock } from 'rolecall/mocks'
import { compile, type Policy } from '../../../mocks/policy/index.ts'
import { isOperation } from '../../../mocks/policy/world/operations.ts'
import { operations, operationsAt } from './document.ts'

export interface Names {
  /** The name of the policy, and the operations that it offers. */
  readonly policy: string
  readonly offered: ReadonlySet<string>
  /** The paths of existing resources by path template, such as `/v1/roles/{role}`. */
  readonly paths: ReadonlyMap<string, readonly string[]>
  /** The keys and ids of each type that a string can name. */
  readonly keys: ReadonlyMap<string, readonly string[]>
  /** The e-mail addresses of everyone who can sign in. */
  readonly people: readonly string[]
  /** Names of any type, and words of the policy. */
  readonly words: readonly string[]
}

interface Item {
  readonly id?: string
  readonly key?: string
  readonly email?: string
}

/** The types that a list's resources have in references; the last segment of its path says so. */
const typeOf = (list: string): string => list.split('/').at(-1)?.replace(/s$/, '') ?? ''

const own = ({ id, key, email }: Item): string[] =>
  [id, key, email].filter((one) => one !== undefined)

const offers = (policy: Policy, id: string): boolean =>
  isOperation(id) && compile(policy).offers(id)

/** Reads every list of the platform as its administrator. */
export async function namesOn(mock: Mock): Promise<Names> {
  const headers = { Authorization: `Bearer ${mock.token('admin@acme.test')}` }
  const items = async (path: string): Promise<readonly Item[]> => {
    const answer = await mock.fetch(`${path}?limit=200`, { headers })
    if (!answer.ok) return []
    const { data }: { data: readonly Item[] } = await answer.json()
    return data
  }
  const paths = new Map<string, readonly string[]>()
  const keys = new Map<string, readonly string[]>()
  for (const { path } of operations) {
    const list = path.replace(/\/\{\w+\}$/, '')
    if (list === path || paths.has(path) || !operationsAt(list).some((one) => one.method === 'GET'))
      continue
    const around = /^(.*\})\/\w+$/.exec(list)?.[1]
    const lists =
      around === undefined
        ? [list]
        : (paths.get(around) ?? []).map((one) => one + list.slice(around.length))
    const found = await Promise.all(
      lists.map(async (one) =>
        (await items(one))
          .flatMap(own)
          .map((name) => ({ name, at: `${one}/${encodeURIComponent(name)}` })),
      ),
    )
    paths.set(
      path,
      found.flat().map(({ at }) => at),
    )
    keys.set(typeOf(list), [...new Set(found.flat().map(({ name }) => name))])
  }
  const { permissions, grants, kinds, rules, roles, name } = mock.policy
  const people = mock.users().map(({ email }) => email)
  keys.set('email', people)
  keys.set('category', [...new Set(roles.map(({ category = 'project' }) => category))])
  keys.set('permission', Object.keys(permissions))
  keys.set('grant', Object.keys(grants))
  keys.set('kind', Object.keys(kinds))
  const runs = Object.values(kinds).flatMap(({ run = {} }) => Object.keys(run))
  keys.set('name', [...new Set(runs)])
  const types = ['me', 'current', ...keys.keys()]
  return {
    paths,
    keys,
    policy: name,
    offered: new Set(operations.map(({ id }) => id).filter((id) => offers(mock.policy, id))),
    people,
    words: [...new Set([...types, ...[...keys.values()].flat(), ...Object.keys(rules)])],
  }
}
