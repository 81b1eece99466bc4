/** Whoever a cell is about. */
export const actor = 'actor@example.test'

/** The most powerful user of every conformance scenario, who may ask about others. */
export const witness = 'witness@example.test'
