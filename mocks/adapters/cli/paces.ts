/** What may move the clock of a mock. */
export const paces = { change: 'change', real: 'real', frozen: 'frozen' } as const
