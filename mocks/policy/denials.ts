import type { Decision } from '../../src/index.ts'
import { keptByState } from './kept-by-state.ts'
import { Trie } from './memo.ts'
import type { World } from './world.ts'

/** Why a demand is not met, and what would meet it. */
export interface Denial {
  /** What is needed and what there is, as it follows “needs”. */
  readonly reason: string
  readonly alternatives: Decision['alternatives']
  /** How many more there are that are not told. */
  readonly moreAlternatives?: number
  /** Why nothing would meet it, where nothing can. */
  readonly final?: string
}

/** The denials of one state, by all that they depend on. */
export type Denials = (world: World) => Trie<Denial>

export const denialsByState = (): Denials => keptByState(() => new Trie<Denial>())
