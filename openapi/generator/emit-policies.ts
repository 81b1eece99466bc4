import { capitalize } from './names.ts'
import { block, docComment, literal, sourceFile, union } from './printer.ts'

/** The part of a policy that its key types come from. */
export interface Vocabulary {
  readonly title: string
  readonly permissions: Readonly<Record<string, unknown>>
  readonly roles: readonly { readonly key: string }[]
  /** Set if users can create roles, so that role keys are open. */
  readonly customRoles?: unknown
  readonly grants: Readonly<Record<string, unknown>>
  readonly kinds: Readonly<Record<string, unknown>>
}

/** The key types of each policy. */
export function emitPolicies(policies: Readonly<Record<string, Vocabulary>>): string {
  const names = Object.keys(policies)
  return sourceFile(
    [],
    docComment('The keys that a policy defines. `createClient<PolicyName>()` checks them.') +
      keysInterface('PolicyKeys', {}),
    docComment('The keys of a client without a policy: any string.') +
      keysInterface('AnyKeys', {}, 'PolicyKeys'),
    ...names.map((name) => emitKeys(name, policies[name])),
    docComment('The policies that come with the package, by name.') +
      block(
        'export interface Policies',
        names.map((name) => `${name}: ${keysName(name)}`),
      ),
    docComment('The name of a policy that comes with the package.') +
      'export type PolicyName = keyof Policies\n',
    docComment('An object keyed by keys of a policy. It must be empty if the policy has none.') +
      keyMap,
  )
}

// An open string needs a plain record: a mapped type would read every value as perhaps undefined.
const keyMap = `export type KeyMap<Key extends string, Value> = [Key] extends [never]
  ? Record<string, never>
  : string extends Key ? Record<string, Value> : { [K in Key]?: Value }
`

const keysName = (policy: string) => `${capitalize(policy)}Keys`

function emitKeys(name: string, policy: Vocabulary | undefined): string {
  if (!policy) return ''
  return (
    docComment(`The keys of ${policy.title}.`) +
    keysInterface(
      keysName(name),
      {
        permission: keys(policy.permissions),
        role: policy.customRoles
          ? 'string'
          : union([...new Set(policy.roles.map(({ key }) => literal(key)))]),
        grant: keys(policy.grants),
        kind: keys(policy.kinds),
      },
      'PolicyKeys',
    )
  )
}

const keys = (entries: Readonly<Record<string, unknown>>) =>
  union(Object.keys(entries).map(literal))

type KeyTypes = Partial<Record<'permission' | 'role' | 'grant' | 'kind', string>>

const keysInterface = (name: string, types: KeyTypes, base?: string) =>
  block(
    `export interface ${name}${base ? ` extends ${base}` : ''}`,
    base && Object.keys(types).length === 0
      ? []
      : (['permission', 'role', 'grant', 'kind'] as const).map(
          (k) => `${k}: ${types[k] ?? 'string'}`,
        ),
  )
