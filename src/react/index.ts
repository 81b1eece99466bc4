'use client'

/**
 * Permissions for React: `useCan` and `<Can>` ask all questions of the screen in one request, and `<Denial>`
 * shows a denial.
 *
 * @module rolecall/react
 */

export { Can, type CanProps } from './can.ts'
export type { CanState } from './decisions.ts'
export { Denial, type DenialProps } from './denial.ts'
export type { CanRun, HeadingLevel, OnRun } from './denial-context.ts'
export {
  DenialFinal,
  DenialHeading,
  DenialReason,
  DenialRemedies,
  type DenialRemediesProps,
  DenialRule,
} from './denial-parts.ts'
export { DenialRemedy, type DenialRemedyProps } from './denial-remedy.ts'
export { RolecallProvider, type RolecallProviderProps, useRefreshDecisions } from './provider.ts'
export { useCan } from './use-can.ts'
