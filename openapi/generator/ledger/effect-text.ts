import type { Effect } from '../../../mocks/policy/language/policy.ts'

/** What an effect does, in words. */
export function effectText(does: Effect['do']): string {
  if ('joinTeam' in does) return `adds ${whom(does.of)} to a team`
  if ('addEntry' in does) {
    return `adds an entry for the team to the project${does.isOwner ? ', as its owner' : ''}`
  }
  if ('setRole' in does) return `gives ${whom(does.of)} the role ${does.setRole}`
  if ('setOwner' in does) return 'makes the caller the owner of the project'
  if ('clearGrants' in does) return `unticks every grant of the ${does.clearGrants}`
  if ('removeEntries' in does) {
    return does.removeEntries === 'user'
      ? 'removes the user’s own entries'
      : 'removes every entry of the project'
  }
  return 'revokes every other token'
}

const whom = (of: 'user' | 'actor' = 'user') => (of === 'actor' ? 'the caller' : 'the user')
