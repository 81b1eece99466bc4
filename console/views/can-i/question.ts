import type { OperationId } from '../../../src/index.ts'
import { isOperation, type Operation } from './operations.ts'
import { type Values, unreadIn } from './values.ts'

/** A question as the view's address has it, so that it can be shared. */
export interface Question {
  /** An e-mail address. */
  readonly as: string
  readonly operation: OperationId
  readonly args: readonly unknown[]
}

/** A question while it is written. */
export interface Draft {
  readonly as: string
  readonly operation: string
  /** The arguments of the path by name. */
  readonly path: Readonly<Record<string, string>>
  /** The body or the query. */
  readonly input: unknown
  /** The body or the query as it was typed in JSON. It goes once a field changes. */
  readonly text?: string | undefined
}

/** Reads a question from the address; undefined if it is none yet. */
export function questionIn(search: string): Question | undefined {
  const params = new URLSearchParams(search)
  const as = params.get('as') ?? ''
  const operation = params.get('operation') ?? ''
  const args = argsIn(params.get('args'))
  return as && isOperation(operation) && args ? { as, operation, args } : undefined
}

/** The address of a question. */
export const searchOf = ({ as, operation, args }: Question): string =>
  `${new URLSearchParams({ as, operation, args: JSON.stringify(args) })}`

function argsIn(text: string | null): readonly unknown[] | undefined {
  try {
    const read: unknown = JSON.parse(text ?? '')
    return Array.isArray(read) ? read : undefined
  } catch {
    return undefined
  }
}

/**
 * What to write first: the question of the address or, from a link of another view, a person, an operation and
 * the resource that it is about, as `type` and `id`.
 */
export function draftIn(search: string, operations: readonly Operation[], actor: string): Draft {
  const params = new URLSearchParams(search)
  const asked = questionIn(search)
  const name = params.get('operation') ?? 'projects.create'
  const operation = operations.find(({ id }) => id === name) ?? operations[0]
  const as = params.get('as') ?? actor
  if (operation === undefined) return { as, operation: name, path: {}, input: {} }
  const { path } = operation
  const given = asked?.args ?? path.map((field) => (isAbout(field.name) ? params.get('id') : ''))
  const input = asked ? asked.args[path.length] : inputAbout()
  return {
    as,
    operation: operation.id,
    path: Object.fromEntries(path.map((field, at) => [field.name, String(given[at] ?? '')])),
    input: input ?? {},
  }

  function isAbout(field: string): boolean {
    return field === params.get('type')
  }
  function inputAbout(): Values {
    const about = operation?.input?.find(({ name: field }) => isAbout(field))
    return about && path.length === 0 ? { [about.name]: params.get('id') } : {}
  }
}

/** A draft with another operation: arguments of the same name stay. */
export const withOperation = (draft: Draft, { id, path }: Operation): Draft => ({
  ...draft,
  operation: id,
  path: Object.fromEntries(path.map(({ name }) => [name, draft.path[name] ?? ''])),
  input: {},
  text: undefined,
})

/** What is wrong with a draft before anybody is asked: messages by JSON pointer, those of the path by name. */
export function faultsOf(draft: Draft, { path }: Operation): Readonly<Record<string, string>> {
  const missing = path
    .filter(({ name }) => !draft.path[name]?.trim())
    .map(({ name }) => [name, `${name} is missing: give an id or a key.`] as const)
  const unread = unreadIn(draft.input).map((pointer) => [pointer, 'This is no JSON.'] as const)
  return Object.fromEntries([...missing, ...unread])
}

/** The arguments of a draft, as `client.call(operation, ...args)` takes them. */
export function argsOf({ path, input }: Draft, operation: Operation): readonly unknown[] {
  const given = operation.path.map(({ name }) => path[name]?.trim() ?? '')
  const isEmpty = typeof input === 'object' && input !== null && Object.keys(input).length === 0
  const isLeftOut = operation.input === undefined || (isEmpty && !operation.needsInput)
  return isLeftOut ? given : [...given, input ?? {}]
}
