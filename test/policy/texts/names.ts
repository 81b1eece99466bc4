import type { Stage } from '../../properties/support/stage.ts'

/** What texts may name: what is named in quotation marks, and the keys behind names. */
interface Names {
  /** Names in quotation marks, with the key of each. */
  readonly quoted: ReadonlyMap<string, ReadonlySet<string>>
  /** Keys of teams, projects and roles. */
  readonly keys: ReadonlySet<string>
}

/** The names of the policy and of its scenario. */
export function namesIn({ policy, store }: Stage): Names {
  const { teams, projects, roles } = store.tables
  const quoted = new Map<string, Set<string>>()
  const features = Object.values(policy.rules).flatMap((rule) =>
    Array.from(
      JSON.stringify(rule.require).matchAll(/"feature":"([^"]+)"/g),
      ([, name = '']) => name,
    ),
  )
  const all = [
    ...Object.entries({ ...policy.permissions, ...policy.grants }).map(
      ([key, { name = '' }]) => [name, key] as const,
    ),
    ...features.map((name) => [name, name] as const),
  ]
  for (const [name, key] of all) quoted.set(name, (quoted.get(name) ?? new Set()).add(key))
  const keys = [...teams, ...projects, ...roles].map(({ key }) => key)
  return { quoted, keys: new Set(keys) }
}

/** Names that a text has and that nothing is called by, or not with the key behind. */
export function strangeNamesIn({ quoted, keys }: Names, text: string): readonly string[] {
  const marked = Array.from(text.matchAll(/“([^”]*)”(?: \(([\w:-]+)\))?/g))
  const strange = marked.filter(([, name = '', key]) => {
    const known = quoted.get(name)
    return known === undefined || (key !== undefined && !known.has(key))
  })
  const bare = text.replaceAll(/“[^”]*”(?: \([\w:-]+\))?/g, '')
  const behind = Array.from(bare.matchAll(/\p{L} \(([\w-]+)\)/gu), ([, key = '']) => key)
  return [...strange.map(([whole]) => whole), ...behind.filter((key) => !keys.has(key))]
}
