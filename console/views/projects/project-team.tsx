import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Member, Project } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { Loading } from '../../parts/states.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { AddEntry } from './add-entry.tsx'
import { EntryTable } from './entry-table.tsx'
import style from './project-team.module.css'
import type { EntryWords } from './words.ts'

/** The entries of a project: users, e-mail addresses and workgroups, with the roles and rights of each. */
export function ProjectTeam({
  project: { key },
  words,
}: {
  readonly project: Project
  readonly words: EntryWords
}): ReactNode {
  const { platform } = useActor()
  const [adds, setAdds] = useState(false)
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(
    platform.projects.members.list.infiniteQueryOptions(key),
  )
  const entries: readonly Member[] | undefined = data?.pages.flatMap((page) => page.data)
  return (
    <section className={style.team} aria-labelledby="project-team">
      <header className={style.header}>
        <h2 id="project-team">Team</h2>
        <Gate operation="projects.members.add" args={[key]}>
          {(gated) => (
            <GatedButton gated={gated} icon="add" onClick={() => setAdds(true)}>
              Add
            </GatedButton>
          )}
        </Gate>
      </header>
      {error && <p className={style.why}>{messageOf(error)}</p>}
      {!entries && !error && <Loading what="the team" />}
      {entries?.length === 0 && <p className={style.why}>Nobody has an entry.</p>}
      {entries !== undefined && entries.length > 0 && (
        <EntryTable
          project={key}
          entries={entries}
          words={words}
          onEnd={() => {
            if (hasNextPage) void fetchNextPage()
          }}
        />
      )}
      {adds && <AddEntry project={key} words={words} onClose={() => setAdds(false)} />}
    </section>
  )
}
