import type { Calls } from '../../generated/client.ts'
import type { OperationId } from '../../generated/operations.ts'
import type { PolicyKeys } from '../../generated/policies.ts'

/** The arguments of an operation's method. */
// In brackets, so that the compiler reads the one operation's and not first those of all.
export type CallArguments<K extends PolicyKeys, O extends OperationId> = [Calls<K>[O]] extends [
  (...args: infer Args extends unknown[]) => unknown,
]
  ? Args
  : never

/** An operation's name, or a string that is only known at run time; for another literal, the names it may be. */
export type OperationName<O extends string> = [O] extends [OperationId]
  ? O
  : string extends O
    ? O
    : OperationId

/** The arguments after the name: the operation's, or any where the name is only known at run time. */
export type ArgumentsOf<K extends PolicyKeys, O extends string> = [O] extends [OperationId]
  ? CallArguments<K, O>
  : unknown[]

// An overload with these types matches calls that lack arguments by their number, and none by its types. So the
// compiler reports the types, which have the names of the arguments, instead of how many it expected.

/** No name has them: the compiler's error shows which arguments the operation takes. */
export type WithArguments<K extends PolicyKeys, O extends string> = [O] extends [OperationId]
  ? { readonly arguments: CallArguments<K, O> }
  : unknown

/** Fewer arguments than the operation needs. */
export type TooFewArguments<K extends PolicyKeys, O extends string> = [O] extends [OperationId]
  ? Fewer<CallArguments<K, O>>
  : More

/** More arguments than any call has. */
type More = [never, never, never, never, never, never, never, never]

/** All arguments before the last that is needed, each optional. */
type Fewer<Args, Some extends unknown[] = []> = Args extends [unknown, ...infer Rest]
  ? Rest extends [unknown, ...unknown[]]
    ? Fewer<Rest, [...Some, unknown?]>
    : Some
  : More
