import type { Break } from './break.ts'
import { inputsOf } from './inputs.ts'
import { type Member, membersOf, type Parameter, type Surface } from './surface.ts'

/** What can break a program that is typed by the earlier surface. */
export function compareSurfaces(earlier: Surface, later: Surface): readonly Break[] {
  const inputs = inputsOf(later)
  return [
    ...Object.entries(earlier.exports).flatMap(([entry, names]) => {
      const now = later.exports[entry]
      if (now === undefined) return [{ subject: entry, change: 'removed' }]
      const gone = names.filter((name) => !now.includes(name))
      return gone.map((name) => ({ subject: name, change: `no longer exported by ${entry}` }))
    }),
    ...Object.keys(earlier.declarations).flatMap((name) =>
      ofDeclaration(name, earlier, later, inputs.has(name)),
    ),
  ]
}

function ofDeclaration(
  name: string,
  earlier: Surface,
  later: Surface,
  isInput: boolean,
): readonly Break[] {
  const before = earlier.declarations[name]
  const after = later.declarations[name]
  if (before === undefined || after === undefined) return []
  if (before.kind !== after.kind) {
    return [{ subject: name, change: `was ${before.kind}, is ${after.kind}` }]
  }
  const had = membersOf(earlier, name)
  const has = membersOf(later, name)
  const added = Object.entries(has).filter(
    ([key, members]) => isInput && had[key] === undefined && !members.some((one) => one.isOptional),
  )
  const lostBases = (before.bases ?? []).filter((base) => !after.bases?.includes(base))
  return [
    ...(accepts(after.head, before.head)
      ? []
      : [{ subject: name, change: `was ${before.head}, is ${after.head}` }]),
    ...lostBases.map((base) => ({ subject: name, change: `no longer extends ${base}` })),
    ...Object.entries(had).flatMap(([key, members]) =>
      ofMember(key === '()' ? name : `${name}.${key}`, members, has[key]),
    ),
    ...added.map(([key]) => ({ subject: `${name}.${key}`, change: 'required' })),
  ]
}

function ofMember(
  subject: string,
  before: readonly Member[],
  after: readonly Member[] | undefined,
): readonly Break[] {
  if (after === undefined) return [{ subject, change: 'removed' }]
  const lost = before.find((one) => !after.some((other) => isKept(one, other)))
  return lost ? [{ subject, change: `was ${shown(lost)}, is ${after.map(shown).join(' | ')}` }] : []
}

/** Whether a use of the member that compiled still does. */
function isKept(before: Member, after: Member): boolean {
  if ((before.isOptional ?? false) !== (after.isOptional ?? false)) return false
  if (before.parameters === undefined || after.parameters === undefined) {
    return before.parameters === after.parameters && accepts(after.type, before.type)
  }
  const then = before.parameters
  const now = after.parameters
  return (
    accepts(after.type, before.type) &&
    then.length <= now.length &&
    now.every((one, at) => {
      const other = then[at]
      if (other === undefined) return one.isOptional === true
      return accepts(one.type, other.type) && (one.isOptional || !other.isOptional)
    })
  )
}

/** Whether the later type is the earlier one, or a union with more members. */
function accepts(later: string, earlier: string): boolean {
  if (later === earlier) return true
  const parts = unionOf(later)
  return unionOf(earlier).every((one) => parts.includes(one))
}

/** The members of a union; a type that is none has itself. */
function unionOf(type: string): readonly string[] {
  const [, head = '', rest = type] = /^(<[^=]*> = | = )(.*)$/.exec(type) ?? []
  const parts = ['']
  let depth = 0
  for (const word of rest.split(' ')) {
    if (word === '|' && depth === 0) parts.push('')
    else parts.push(`${parts.pop() ?? ''} ${word}`)
    depth += (word.match(/[([{]|<(?!=)/g) ?? []).length
    depth -= (word.match(/[)\]}]|(?<!=)>/g) ?? []).length
  }
  return parts.map((one) => head + one.trim())
}

const shown = ({ type, parameters, isOptional }: Member): string =>
  parameters === undefined
    ? `${isOptional ? '?: ' : ''}${type}`
    : `(${parameters.map(parameterText).join(', ')}) => ${type}`

const parameterText = ({ type, isOptional }: Parameter) => `${type}${isOptional ? '?' : ''}`
