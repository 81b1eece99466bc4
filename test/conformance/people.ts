/** The subject of a cell. */
export const actor = 'actor@example.test'

/** The most powerful user of every conformance scenario, and creator of its resources. */
export const witness = 'witness@example.test'
