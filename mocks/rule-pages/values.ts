import type { OperationId } from '../../src/generated/operations.ts'
import { contract, type ReferencePlace } from '../generated/contract.ts'
import { inputFields } from '../generated/input-fields.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { Shape } from '../policy/language/shape.ts'
import type { World } from '../policy/world/world.ts'

/** Where the values of an example come from. */
export interface Stock {
  readonly policy: Policy
  readonly world: World
}

const newcomer = 'somebody@acme.test'

/** Values that the key of the operation's body can have in an example, the plainest first. */
export function valuesOf(stock: Stock, operation: OperationId, key: string): readonly unknown[] {
  const fields: Readonly<Record<string, Shape>> = inputFields[operation]
  const shape = fields[key] ?? 'any'
  const places = (contract[operation].references ?? []).filter(({ at: [first] }) => first === key)
  if (typeof shape !== 'string') return shape
  if (shape === 'map') return mapsOf(stock, places)
  const [place] = places
  if (shape === 'list') return place ? namesFor(stock, place).map((name) => [name]) : listsOf(key)
  if (place) return namesFor(stock, place)
  return plain[shape] ?? [key === 'key' ? 'new-key' : `New ${key}`]
}

const plain: Readonly<Record<string, readonly unknown[]>> = {
  flag: [true, false],
  number: [100, 1],
  email: [newcomer],
}

const listsOf = (key: string): readonly unknown[] =>
  key === 'rights' ? [['download'], ['upload']] : [['new']]

/** The names that the place can have, and one that names nothing. */
const namesFor = (stock: Stock, place: ReferencePlace): readonly string[] => [
  ...namesOf(stock, place),
  ...(place.type === 'user' || place.as !== undefined ? [] : [`no-such-${place.type}`]),
]

function namesOf({ policy, world }: Stock, { type, in: scope }: ReferencePlace): string[] {
  switch (type) {
    case 'permission':
      return Object.keys(policy.permissions)
    case 'kind':
      return Object.keys(policy.kinds)
    case 'grant':
      return Object.entries(policy.grants).flatMap(([grant, { in: places }]) =>
        [places].flat().some((one) => one === scope) ? [grant] : [],
      )
    case 'role':
      return [...world.roles()].flatMap((role) => (role.scope === scope ? [role.key] : []))
    case 'user':
      return [...world.users()].map(({ email }) => email)
    case 'team':
      return [...world.teams()].map(({ key }) => key)
    case 'project':
      return [...world.projects()].map(({ key }) => key)
    default:
      return []
  }
}

/** Maps of one entry, and the subjects of entries on projects. */
function mapsOf(stock: Stock, places: readonly ReferencePlace[]): readonly unknown[] {
  const [first, second] = places
  if (first === undefined) return [{}]
  if (first.types !== undefined) return subjectsOf(stock, first)
  if (first.isKey !== true) return rolesByCategory(stock)
  const values = second ? [...namesFor(stock, second), null] : [true, null]
  return namesOf(stock, first).flatMap((name) => values.map((value) => ({ [name]: value })))
}

const subjectsOf = (stock: Stock, { types = [] }: ReferencePlace): readonly unknown[] => [
  ...types.flatMap((type) => namesOf(stock, { at: [], type }).map((id) => ({ type, id }))),
  { type: 'email', id: newcomer },
]

const rolesByCategory = ({ world }: Stock): readonly unknown[] =>
  [...world.roles()].flatMap(({ key, scope, category = 'project' }) =>
    scope === 'project' ? [{ [category]: key }] : [],
  )
