import type { Answer } from '../message/message.ts'
import type { About } from './about.ts'

/** The ids of the resources that a call named, by place: a key or address may be used again. */
export type NamedIds = ReadonlyMap<string, string>

/** The things that a caller may lose after a call, and needs for its repeat. */
export type Loss = 'token' | 'membership' | 'sight' | 'right' | 'answer'

/** An answer kept for repeats of its call. */
export interface Kept {
  /** A digest of the call's body. */
  readonly body: string
  /** Without secrets. */
  readonly answer: Answer
  /** The id of the caller. */
  readonly actor: string
  readonly about: About
  /** The resources that the call named. A repeat is about the same ones. */
  readonly ids: NamedIds
  /** The things that the call itself took from its caller. A repeat does not need them. */
  readonly ended: readonly Loss[]
}
