import { useInfiniteQuery } from '@tanstack/react-query'
import type { Member } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { capital, type EntryWords, usePeopleById } from './words.ts'

/** The name of an entry, and what it stands for in the platform's words. */
export interface EntryName {
  readonly name: string
  readonly kind: string
}

/** Returns a function that names the entries of projects. */
export function useEntryName(words: EntryWords): (entry: Pick<Member, 'subject'>) => EntryName {
  const people = usePeopleById()
  const { platform } = useActor()
  // Who may not list them sees their ids.
  const { data: teams } = useInfiniteQuery(platform.teams.list.infiniteQueryOptions())
  const nameOfTeam = (id: string): string =>
    teams?.pages.flatMap(({ data }) => data).find((team) => team.id === id)?.name ?? id
  return ({ subject: { type, id } }) => {
    if (type === 'team') return { name: nameOfTeam(id), kind: capital(words.team) }
    if (type === 'email') return { name: id, kind: 'E-mail address' }
    return { name: people.get(id)?.email ?? id, kind: 'User' }
  }
}
