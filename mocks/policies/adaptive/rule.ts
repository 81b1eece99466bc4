import type { Requirement } from '../../policy/language/requirement.ts'
import type { Rule } from '../../policy/language/policy.ts'
import type { AdaptivePermission } from './permissions.ts'

export const inAdminTeam = (permission: AdaptivePermission): Requirement => ({
  permission,
  in: { team: 'admin' },
})
export const inAnyTeam = (permission: AdaptivePermission): Requirement => ({
  permission,
  in: 'any_team',
})
export const inTeam = (permission: AdaptivePermission): Requirement => ({ permission, in: 'team' })

export const documented = (id: string, text: string, require: Requirement): Rule => ({
  id,
  text,
  require,
  origin: 'documented',
})
export const reading = (id: string, text: string, require: Requirement): Rule => ({
  id,
  text,
  require,
  origin: 'reading',
})

export const anyMember = (id: string, text: string): Rule => documented(id, text, { nothing: true })
