import { RolecallError } from '../base/rolecall-error.ts'
import { isPlain } from '../base/check.ts'
import { isWrite, type Operation } from '../base/operation.ts'
import { checkQuery, readOptions } from '../options/read-options.ts'
import type { RequestOptions } from '../options/request-options.ts'

/** What a method was given, each for what it is. */
export interface Arguments {
  /** The names of the path arguments, in order: `['project', 'member']`. */
  readonly names: readonly string[]
  readonly path: readonly unknown[]
  /** The body or the query. */
  readonly input: unknown
  readonly options?: RequestOptions | undefined
  /** What is wrong with the options, the query or the number of arguments: the call rejects with it. */
  readonly fault?: unknown
}

/** Tells apart what a method takes: path arguments, then the body or the query, then options. */
export function readArguments(operation: Operation, args: readonly unknown[]): Arguments {
  const { id, method, path, input, takes = '' } = operation
  const names: readonly string[] = path.match(/\w+(?=})/g) ?? []
  const places = [...names, input, 'options'].filter(Boolean)
  const given = args.slice(0, names.length)
  const known = { names, path: given, input: input && args[names.length] }
  try {
    if (args.slice(places.length).some((arg) => arg !== undefined)) {
      throw new RolecallError(`${id} takes ${places.join(', ')}, and no more arguments`)
    }
    if (input === 'query' && isPlain(known.input)) checkQuery(id, known.input)
    const taken = isWrite(operation)
      ? ['idempotencyKey', method === 'POST' ? takes : 'ifMatch']
      : []
    return { ...known, options: readOptions(id, args[places.length - 1], taken) }
  } catch (fault) {
    return { ...known, fault }
  }
}
