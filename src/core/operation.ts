import { RolecallError } from '../errors/rolecall-error.ts'
import { operations } from '../generated/operations.ts'

/** One row of the generated table of operations: all that a call needs to know of its endpoint. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** The path template of the spec, such as `/v1/roles/{role}`. */
  readonly path: string
  /** Where the argument after the path arguments goes. Absent: there is none. */
  readonly input?: 'body' | 'query'
  /** Answers a page of a list. */
  readonly list?: true
  /** The body is an RFC 7396 merge patch. */
  readonly merge?: true
}

/** A row and the names of its path arguments, in order: `['project', 'member']`. */
export interface KnownOperation extends Operation {
  readonly names: readonly string[]
}

/** The row of an operation, whose name may come from data, such as a remedy. */
export function findOperation(operation: string): KnownOperation {
  const table: Readonly<Record<string, Operation>> = operations
  const row = Object.hasOwn(table, operation) && table[operation]
  if (!row) throw new RolecallError(`There is no operation '${operation}'`)
  return { ...row, names: Array.from(row.path.matchAll(/{(\w+)}/g), ([, name = '']) => name) }
}
