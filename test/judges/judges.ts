import { clients } from './clients/judge.ts'
import { lighthouse } from './lighthouse/judge.ts'
import { prism } from './prism/judge.ts'
import { portman } from './nightly/portman.ts'
import { specmatic } from './nightly/specmatic.ts'
import { redocly } from './redocly/judge.ts'
import { spectral } from './spectral/judge.ts'
import type { Judge } from './verdict.ts'

/** The judges of every change, in the order in which they run. */
export const judges: readonly Judge[] = [redocly, spectral, ...clients, prism, lighthouse]

/** The judges of the nightly tier, which take minutes or need more than npm installs. */
export const nightly: readonly Judge[] = [portman, specmatic]
