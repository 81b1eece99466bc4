/**
 * The errors of the client, and guards that tell them without bringing their classes along.
 *
 * @module rolecall/errors
 */

export * from './classes.ts'
export * from './guards.ts'
