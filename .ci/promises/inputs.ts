import type { Declaration, Surface } from './surface.ts'

/**
 * The names of the types that callers make: those of parameters, and what these are made of. An
 * object with methods that a function of ours returns, such as the client, is not among them.
 */
export function inputsOf({ declarations }: Surface): ReadonlySet<string> {
  const all = Object.values(declarations)
  const made = new Set(
    all.flatMap(({ kind, members }) => (kind === 'function' ? answers(members) : [])),
  )
  const found = new Set<string>()
  const visit = (text: string): void => {
    for (const [name] of text.matchAll(/[A-Z]\w*/g)) {
      const declaration = declarations[name]
      if (declaration === undefined || found.has(name)) continue
      if (made.has(name) && hasMethods(declaration)) continue
      found.add(name)
      visit(textOf(declaration))
    }
  }
  for (const { members } of all)
    for (const { parameters = [] } of Object.values(members).flat())
      for (const { type } of parameters) visit(type)
  return found
}

/** The first name of each answer, or of what it promises. */
const answers = (members: Declaration['members']): readonly string[] =>
  Object.values(members)
    .flat()
    .flatMap(({ type }) => /^(?:<.*> ?)?(?:Promise<)?(\w+)/.exec(type)?.[1] ?? [])

const hasMethods = ({ members, bases = [] }: Declaration): boolean =>
  bases.length > 0 ||
  Object.values(members)
    .flat()
    .some(({ parameters }) => parameters !== undefined)

/** The types of the properties, and the answers of methods that callers write. */
const textOf = ({ head, members }: Declaration): string =>
  [head, ...Object.values(members).flatMap((all) => all.map(({ type }) => type))].join(' ')
