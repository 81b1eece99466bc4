/**
 * The errors of the client, guards that recognize them without adding their classes to a bundle, and
 * `fromJSON`, which restores them in another process.
 *
 * @module rolecall/errors
 */

export * from './classes.ts'
export { fromJSON } from './from-json.ts'
export * from './guards.ts'
export type { Known, PlainFailure, PlainRefusal } from './plain.ts'
