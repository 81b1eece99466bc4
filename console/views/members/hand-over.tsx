import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Project } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { usePeople } from '../../mock/control-queries.ts'
import { useWrite } from '../../parts/use-write.ts'
import { Select } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { Problem } from '../../parts/problem.tsx'
import style from './members.module.css'

/** The projects that somebody owns: each needs another owner before the person can go. */
export function HandOver({
  id,
  email,
}: {
  readonly id: string
  readonly email: string
}): ReactNode {
  const { platform } = useActor()
  const { data } = useQuery(platform.projects.list.queryOptions({ limit: 200 }))
  const owned = data?.data.filter(({ owner }) => owner === id) ?? []
  if (owned.length === 0) return null
  return (
    <section className={style.part}>
      <h3>Who takes over?</h3>
      {owned.map((project) => (
        <NewOwner key={project.id} project={project} former={email} />
      ))}
    </section>
  )
}

function NewOwner({
  project: { key, name },
  former,
}: {
  readonly project: Project
  readonly former: string
}): ReactNode {
  const { data: people = [] } = usePeople()
  const able = people.filter(({ email, status }) => email !== former && status === 'active')
  const [to = able[0]?.email ?? '', setTo] = useState<string>()
  const { busy, error, write } = useWrite()
  return (
    <>
      <div className={style.buttons}>
        <Select
          label={`New owner of ${name}`}
          value={to}
          onChange={({ target }) => setTo(target.value)}
        >
          {able.slice(0, 200).map(({ email }) => (
            <option key={email}>{email}</option>
          ))}
        </Select>
        {to !== '' && (
          <Gate operation="projects.transferOwnership" args={[key, { to }]}>
            {(gated) => (
              <GatedButton
                gated={gated}
                busy={busy}
                onClick={() =>
                  void write(
                    (client) => client.projects.transferOwnership(key, { to }),
                    `${to} owns ${name} now.`,
                  )
                }
              >
                Hand over
              </GatedButton>
            )}
          </Gate>
        )}
      </div>
      <Problem error={error} />
    </>
  )
}
