import type { Policy } from '../../../mocks/policy/index.ts'
import { mutantsOfChanges } from './changes.ts'
import type { Mutant } from './mutant.ts'
import { mutantsOfRoles } from './roles.ts'
import { mutantsOfRules } from './rules.ts'
import { mutantsOfHardened, mutantsOfSources, mutantsOfStates } from './sections.ts'

export type { Mutant } from './mutant.ts'

/** Every mutant of the policy's data. */
export const mutantsOf = (policy: Policy): readonly Mutant[] => [
  ...mutantsOfRoles(policy),
  ...mutantsOfRules(policy),
  ...mutantsOfChanges(policy),
  ...mutantsOfSources(policy),
  ...mutantsOfStates(policy),
  ...mutantsOfHardened(policy),
]
