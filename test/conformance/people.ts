/** Whoever a cell is about. */
export const actor = 'actor@example.test'

/** The most powerful user of every conformance scenario, who made what there is in it. */
export const witness = 'witness@example.test'
