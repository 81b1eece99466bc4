import type { ReactNode } from 'react'
import type { Policy } from '../../../mocks/control-client/index.ts'
import { Text } from '../../parts/text.tsx'

type Requirement = Policy['rules'][string]['require']

/** A requirement as nested lists: all of these, one of these, or a single need. */
export function RequirementTree({ requirement }: { readonly requirement: Requirement }): ReactNode {
  const [word, parts] = partsOf(requirement)
  if (parts === undefined) {
    return (
      <li>
        <Text>{word}</Text>
      </li>
    )
  }
  return (
    <li>
      {word}
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <RequirementTree key={JSON.stringify(part)} requirement={part} />
          ))}
        </ul>
      )}
    </li>
  )
}

function partsOf(requirement: Requirement): readonly [string, (readonly Requirement[])?] {
  if ('all' in requirement) return ['all of', requirement.all]
  if ('any' in requirement) {
    return requirement.any.length === 0 ? ['nobody meets it'] : ['one of', requirement.any]
  }
  return [leafText(requirement)]
}

/** The members of a single need, as the policy has them: `permission role:edit, in team`. */
const leafText = (leaf: object): string =>
  'nothing' in leaf
    ? 'nothing but an active membership'
    : Object.entries(leaf)
        .map(
          ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
        )
        .join(', ')
