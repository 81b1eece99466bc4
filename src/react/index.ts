'use client'

/**
 * Permissions for React: `useCan` and `<Can>` ask all questions of the screen in one request.
 *
 * @module rolecall/react
 */

export { Can, type CanProps } from './can.ts'
export type { CanState } from './decisions.ts'
export { RolecallProvider, type RolecallProviderProps, useRefreshDecisions } from './provider.ts'
export { useCan } from './use-can.ts'
