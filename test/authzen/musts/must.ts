import { type MustId, musts } from './musts.ts'

/** The title of a test of one MUST of the standard. */
export const must = (id: MustId): string => `${id}: ${musts[id].says}`
