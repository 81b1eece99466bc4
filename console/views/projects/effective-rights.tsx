import { skipToken, useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import type { ProjectAccess } from '../../../mocks/control-client/index.ts'
import type { Project } from '../../../src/index.ts'
import { useConnection } from '../../mock/connection.tsx'
import { usePeople, usePolicy } from '../../mock/control-queries.ts'
import { Badge } from '../../parts/badge.tsx'
import { TextField } from '../../parts/field.tsx'
import { Failure, Loading } from '../../parts/states.tsx'
import style from './effective-rights.module.css'
import { sourceText } from './source-text.ts'

/** What one person may do on a project, and where each right comes from. */
export function EffectiveRights({ project: { key } }: { readonly project: Project }): ReactNode {
  const { control, session } = useConnection()
  const { data: people = [] } = usePeople()
  const [email, setEmail] = useState('')
  const heading = useId()
  const list = useId()
  const isKnown = people.some((person) => person.email === email)
  const { data, error } = useQuery({
    queryKey: ['control', session, 'access', key, email],
    queryFn: isKnown ? () => control.access({ user: email, project: key }) : skipToken,
  })
  const [access] = data?.projects ?? []
  return (
    <section className={style.rights} aria-labelledby={heading}>
      <h2 id={heading}>Effective rights</h2>
      <TextField
        label="Person"
        hint="An e-mail address: all that this person may do here, and where each right comes from."
        list={list}
        value={email}
        onChange={({ target }) => setEmail(target.value.trim())}
      />
      <datalist id={list}>
        {people.slice(0, 200).map((person) => (
          <option key={person.email} value={person.email}>
            {person.name}
          </option>
        ))}
      </datalist>
      {error && <Failure error={error} />}
      {isKnown && !data && !error && <Loading what="the rights" />}
      {access?.permissions.length === 0 && <p>{email} has no right here.</p>}
      {access && access.permissions.length > 0 && <Rights access={access} />}
    </section>
  )
}

function Rights({
  access: { permissions, ways, combine },
}: {
  readonly access: ProjectAccess
}): ReactNode {
  const { data: policy } = usePolicy()
  return (
    <>
      {combine === 'each' && ways.length > 1 && (
        <p>Each way counts by itself: one of them must have all that a call needs.</p>
      )}
      <ul className={style.list} aria-label="Rights">
        {permissions.map((permission) => (
          <li key={permission}>
            <Badge tone="yes" icon="yes">
              Yes
            </Badge>
            <span className={style.right}>
              {policy?.permissions[permission]?.name ?? permission}
              <span className={style.source}>
                {ways
                  .filter((way) => way.permissions.includes(permission))
                  .map((way) => `${sourceText(way)} (${way.rule})`)
                  .join('; ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
