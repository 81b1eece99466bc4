import type { Judge } from '../language/judge.ts'
import type { World } from './world.ts'

/** A policy in force on one state of a platform. */
export interface PolicyContext {
  readonly judge: Judge
  readonly world: World
}
