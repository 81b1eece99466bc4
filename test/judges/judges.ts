import { clients } from './clients/judge.ts'
import { prism } from './prism/judge.ts'
import { redocly } from './redocly/judge.ts'
import { spectral } from './spectral/judge.ts'
import type { Judge } from './verdict.ts'

/** The judges of every change, in the order in which they run. */
export const judges: readonly Judge[] = [redocly, spectral, ...clients, prism]
