import { useMutation, useQuery } from '@tanstack/react-query'
import { Can, Denial } from 'rolecall/react'
import type { Platform } from './platform.ts'

/** The members of a team, each with a button to remove them if the user may, else with the reason. */
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
                denied={(decision) => (
                  <details>
                    <summary>stays, by {decision.rule}</summary>
                    <Denial decision={decision} />
                  </details>
                )}
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
