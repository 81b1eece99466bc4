import type { Answer } from '../message/message.ts'
import type { About } from './about.ts'

/** Ids of what a call named, each by where it named it: a key or an address may be used again. */
export type NamedIds = ReadonlyMap<string, string>

/** What a caller may lose: what the call needs, and sight of what its answer shows. */
export type Loss = 'token' | 'membership' | 'sight' | 'right' | 'answer'

/** An answer that is kept for repeats of its call. */
export interface Kept {
  /** A digest of what the call's body said. */
  readonly body: string
  /** Without secrets. */
  readonly answer: Answer
  /** The id of whoever called. */
  readonly actor: string
  readonly about: About
  /** What the call named: its repeats are about the same resources. */
  readonly ids: NamedIds
  /** What the caller did not have any more after the call: a repeat does not need it. */
  readonly ended: readonly Loss[]
}
