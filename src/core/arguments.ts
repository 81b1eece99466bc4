import type { Operation } from './operation.ts'
import { isRecord } from './record.ts'
import type { RequestOptions } from './request-options.ts'

/** What a method was given, each for what it is. */
export interface Arguments {
  /** The names of the path arguments, in order: `['project', 'member']`. */
  readonly names: readonly string[]
  readonly path: readonly unknown[]
  /** The body or the query. */
  readonly input: unknown
  readonly options: RequestOptions | undefined
}

/** Tells apart what a method takes: path arguments, then the body or the query, then options. */
export function readArguments({ path, input }: Operation, args: readonly unknown[]): Arguments {
  const names = Array.from(path.matchAll(/{(\w+)}/g), ([, name = '']) => name)
  const rest = args.slice(names.length)
  const options = rest[input ? 1 : 0]
  return {
    names,
    path: args.slice(0, names.length),
    input: input && rest[0],
    options: isOptions(options) ? options : undefined,
  }
}

function isOptions(value: unknown): value is RequestOptions {
  return isRecord(value)
}
