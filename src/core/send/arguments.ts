import { checkNoMore, isPlain } from '../base/check.ts'
import { isWrite, type Operation } from '../base/operation.ts'
import { checkQuery, readOptions } from '../options/read-options.ts'
import type { RequestOptions } from '../options/request-options.ts'

/** The arguments of a method's call, told apart. */
export interface Arguments {
  /** The path arguments by their names, in the path's order: `{ project, member }`. */
  readonly path: Readonly<Record<string, unknown>>
  /** The body or the query. */
  readonly input: unknown
  readonly options?: RequestOptions | undefined
}

/** The names of an operation's path arguments, in order: `['project', 'member']`. */
export const pathNames = ({ path }: Operation): readonly string[] => path.match(/\w+(?=})/g) ?? []

/**
 * Tells a method's arguments apart: path arguments, then the body or the query, then options.
 *
 * @throws {@link RolecallError} if the options, the query or the number of arguments is wrong.
 */
export function readArguments(operation: Operation, args: readonly unknown[]): Arguments {
  const { id, method, input, takes = '' } = operation
  const names = pathNames(operation)
  const places = [...names, input, 'options'].filter(Boolean)
  checkNoMore(id, places.join(', '), args.slice(places.length))
  const given = input && args[names.length]
  if (input === 'query' && isPlain(given)) checkQuery(id, given)
  const taken = isWrite(operation) ? ['idempotencyKey', method === 'POST' ? takes : 'ifMatch'] : []
  return {
    path: Object.fromEntries(names.map((name, at) => [name, args[at]])),
    input: given,
    options: readOptions(id, args[places.length - 1], taken),
  }
}
