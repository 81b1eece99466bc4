import type { Command } from '../command.ts'
import { can } from './can.ts'
import { matrix } from './matrix.ts'
import { mock } from './mock.ts'
import { policyCheck } from './policy-check.ts'
import { policyDiff } from './policy-diff.ts'

/** The commands by name, one word or two. */
export const commands: Readonly<Record<string, Command>> = {
  mock,
  matrix,
  can,
  'policy check': policyCheck,
  'policy diff': policyDiff,
}
