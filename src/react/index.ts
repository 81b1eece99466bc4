'use client'

/**
 * Permissions for React: `useCan` and `<Can>`, which ask in one request what is on the screen.
 *
 * @module rolecall/react
 */

export { Can, type CanProps } from './can.ts'
export type { CanState } from './decisions.ts'
export { RolecallProvider, type RolecallProviderProps, useRefreshDecisions } from './provider.ts'
export { useCan } from './use-can.ts'
