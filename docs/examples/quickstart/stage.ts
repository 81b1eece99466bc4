import type { Client, KeysOf } from 'rolecall'
import type { Printer } from './printer.ts'

/** A client of the platform, typed with the keys of its policy. */
type Platform = Client<KeysOf<'adaptive'>>

/** Signs a user in. */
export type SignIn = (email: string) => Platform

/** The context of a step: its clients, and its printer. */
export interface Stage {
  signIn: SignIn
  print: Printer
}

/** Prints the source of a call, then makes it: the printed code is the code that runs. */
export function run<T>({ print }: Stage, call: () => T): T {
  print.code(call.toString().replace(/^\(\) =>\s*/, ''))
  return call()
}

/** Ends the tour if the platform did not do as the step says. */
export function check(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise)
}
