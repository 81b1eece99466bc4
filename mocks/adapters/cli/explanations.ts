/** How much of a decision the mock tells users who may not list users. */
export const explanations = { all: 'all', missing: 'missing', nothing: 'nothing' } as const
