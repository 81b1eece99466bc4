/**
 * The errors of the client, guards that tell them without bringing their classes along, and `fromJSON`,
 * which makes them again in another process.
 *
 * @module rolecall/errors
 */

export * from './classes.ts'
export { fromJSON } from './from-json.ts'
export * from './guards.ts'
export type { Known, PlainFailure, PlainRefusal } from './plain.ts'
