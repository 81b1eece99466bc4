import { useMutation, useQuery } from '@tanstack/react-query'
import { Can } from 'rolecall/react'
import type { Platform } from './platform.ts'

/** The members of a team, each with a button to remove them if the user may. */
export function Team({ platform, team }: { platform: Platform; team: string }) {
  const members = useQuery(platform.users.list.queryOptions({ team }))
  const update = useMutation(platform.users.update.mutationOptions())

  if (members.error) return <p role="alert">{members.error.message}</p>
  return (
    <section aria-label={`Team ${team}`}>
      <ul>
        {members.data?.data.map(({ email, teams }) => {
          const leave = { teams: { [team]: null } }
          return (
            <li key={email}>
              {email} is {teams[team]}{' '}
              <Can
                operation="users.update"
                args={[email, leave]}
                denied={({ rule, text }) => <small title={text}>stays, by {rule}</small>}
              >
                <button onClick={() => update.mutate([email, leave])}>Remove {email}</button>
              </Can>
            </li>
          )
        })}
      </ul>
      {update.error && <p role="alert">{update.error.message}</p>}
    </section>
  )
}
