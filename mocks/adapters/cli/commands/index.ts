import type { Commands } from '../command.ts'
import { as } from './as.ts'
import { can } from './can.ts'
import { completionOf } from './completion.ts'
import { matrix } from './matrix.ts'
import { mock } from './mock.ts'
import { policyCheck } from './policy-check.ts'
import { policyDiff } from './policy-diff.ts'
import { policyRule } from './policy-rule.ts'
import { requests } from './requests.ts'
import { restore } from './restore.ts'
import { snapshot } from './snapshot.ts'

const working: Commands = {
  mock,
  matrix,
  can,
  'policy check': policyCheck,
  'policy diff': policyDiff,
  'policy rule': policyRule,
  as,
  requests,
  snapshot,
  restore,
}

/** The commands by name, one word or two. */
export const commands: Commands = { ...working, completion: completionOf(working) }
