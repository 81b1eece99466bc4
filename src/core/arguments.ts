import { RolecallError } from '../errors/rolecall-error.ts'
import type { Operation } from './operation.ts'
import { readOptions } from './read-options.ts'
import type { RequestOptions } from './request-options.ts'

/** What a method was given, each for what it is. */
export interface Arguments {
  /** The names of the path arguments, in order: `['project', 'member']`. */
  readonly names: readonly string[]
  readonly path: readonly unknown[]
  /** The body or the query. */
  readonly input: unknown
  readonly options: RequestOptions | undefined
  /** What is wrong with the options or the number of arguments: the call rejects with it. */
  readonly fault?: RolecallError
}

/** Tells apart what a method takes: path arguments, then the body or the query, then options. */
export function readArguments({ id, path, input }: Operation, args: readonly unknown[]): Arguments {
  const names = Array.from(path.matchAll(/{(\w+)}/g), ([, name = '']) => name)
  const takes = [...names, ...(input ? [input] : []), 'options']
  const given = args.slice(0, names.length)
  const known = { names, path: given, input: input && args[names.length] }
  try {
    if (args.slice(takes.length).some((arg) => arg !== undefined)) {
      throw new RolecallError(`${id} takes ${takes.join(', ')}, and no more arguments`)
    }
    return { ...known, options: readOptions(id, args[takes.length - 1]) }
  } catch (fault) {
    if (!(fault instanceof RolecallError)) throw fault
    return { ...known, options: undefined, fault }
  }
}
