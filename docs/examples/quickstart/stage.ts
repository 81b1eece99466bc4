import type { Client, KeysOf } from 'rolecall'
import type { Printer } from './printer.ts'

/** A client of the platform, which knows the keys of its policy. */
type Platform = Client<KeysOf<'adaptive'>>

/** Signs somebody in. */
export type SignIn = (email: string) => Platform

/** Where a step plays: who can act, and where to show it. */
export interface Stage {
  signIn: SignIn
  print: Printer
}

/** Shows the source of a call, then makes it: what is printed is what runs. */
export function run<T>({ print }: Stage, call: () => T): T {
  print.code(call.toString().replace(/^\(\) =>\s*/, ''))
  return call()
}

/** Ends the tour where the platform did not do what the step says. */
export function check(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise)
}
