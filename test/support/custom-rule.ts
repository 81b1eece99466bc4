import type { Rule } from '../../mocks/policy/language/policy.ts'
import type { Requirement } from '../../mocks/policy/language/requirement.ts'

/** A rule of a custom policy. */
export const ownRule = (require: Requirement, id = 'OWN-01'): Rule => ({
  id,
  text: 'A rule of one’s own.',
  require,
  origin: 'reading',
})
