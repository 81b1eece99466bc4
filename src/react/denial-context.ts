'use client'

import { createContext, useContext } from 'react'
import { RolecallError } from '../core/base/rolecall-error.ts'
import type { Told } from '../errors/denial-rows.ts'
import type { Alternative, RemedyCall } from '../generated/models.ts'

/** What the parts of a {@link Denial} share. */
export interface DenialState {
  readonly decision: Told
  readonly headingId: string
  readonly headingLevel: HeadingLevel
  readonly onRun: OnRun | undefined
  readonly canRun: CanRun
}

/** The level of a heading: 2 for `<h2>`. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/** Runs a call of a remedy. A promise keeps its button busy until it settles. */
export type OnRun = (call: RemedyCall, remedy: Partial<Alternative>) => unknown

/** Whether a call of a remedy has a button that runs it. */
export type CanRun = (call: RemedyCall, remedy: Partial<Alternative>) => boolean

export const DenialContext = createContext<DenialState | undefined>(undefined)

/** The denial around a part. */
export function useDenial(): DenialState {
  const state = useContext(DenialContext)
  if (state) return state
  throw new RolecallError('A part of a denial must be inside a <Denial decision={…}>')
}
