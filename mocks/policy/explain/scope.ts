import { withArticle } from './article.ts'
import { type Resources, unresolved } from '../world/resources.ts'
import type { Policy } from '../language/policy.ts'
import type { Scope } from '../language/requirement.ts'
import { visibleName } from '../language/visible-names.ts'
import { namesFor } from '../world/reader-words.ts'
import type { Reader } from '../world/reader.ts'

/** What a text is about, and for whom it is written. */
export interface About {
  /** The resources that the question names. */
  readonly resources?: Resources
  /** The action that the text begins with. A permission of the same name is not named again. */
  readonly action?: string | undefined
  /** Without a reader, resources are called by their keys. */
  readonly reader?: Reader | undefined
}

const named = <Named extends object>(
  noun: string,
  resource: Named | typeof unresolved | undefined,
  name: (resource: Named) => string,
  otherwise: string,
): string => (typeof resource === 'object' ? `${noun} ${name(resource)}` : otherwise)

/** The scope in words, with the name of the resource if the question names one. */
export const scopeText = (policy: Policy, scope: Scope, about: About): string => {
  const { resources = {}, reader } = about
  const { nouns } = policy
  const names = namesFor(policy, reader)
  const project = (which: 'project' | 'destination', otherwise: string): string =>
    named(nouns.project, resources[which], names.project, otherwise)
  if (typeof scope === 'object') {
    const team = policy.teams.find(({ key }) => key === scope.team)
    return `${nouns.team} ${team ? visibleName(team) : scope.team}`
  }
  switch (scope) {
    case 'organization':
      return 'the organization'
    case 'any_team':
      return `any ${nouns.team}`
    case 'team':
      return named(nouns.team, resources.team, names.team, `that ${nouns.team}`)
    case 'project':
      return project('project', `the ${nouns.project}`)
    case 'attached_project': {
      const any = `${withArticle(nouns.project)} that has it`
      return resources.artifact ? any : project('project', any)
    }
    case 'destination':
      return project('destination', `the ${nouns.project} named in the call`)
  }
}

export const isTeamScope = (scope: Scope): boolean =>
  typeof scope === 'object' || scope === 'team' || scope === 'any_team' || scope === 'organization'

/** The scope with its preposition: `in team Admin`, `on project Genomes`. */
export const placeText = (policy: Policy, scope: Scope, about: About): string =>
  `${isTeamScope(scope) ? 'in' : 'on'} ${scopeText(policy, scope, about)}`
