import type { ReactNode } from 'react'
import type { Project } from '../../../src/index.ts'
import { Text } from '../../parts/text.tsx'
import { usePeopleById } from './words.ts'

/** Who owns a project: a team, or a person, or else whoever created it. */
export function OwnerName({
  of: { team, owner, creator },
}: {
  readonly of: Pick<Project, 'team' | 'owner' | 'creator'>
}): ReactNode {
  const people = usePeopleById()
  if (team !== undefined) return <Text>{team}</Text>
  const person = people.get(owner ?? creator)
  return <Text>{person?.name ?? owner ?? creator}</Text>
}
