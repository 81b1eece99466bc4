import { type ReactNode, useId } from 'react'
import type { CallEffect } from '../../../mocks/control-client/index.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { Badge } from '../../parts/badge.tsx'
import style from './can-i.module.css'
import { groupedByPerson, type PersonChange, placesOf } from './effect.ts'
import { ResourceChanges } from './resource-changes.tsx'

/** What a call changes: who gains and loses what, and the resources before and after. */
export function EffectView({
  effect: { people, resources },
}: {
  readonly effect: CallEffect
}): ReactNode {
  const heading = useId()
  const { changes, gain, lose, more } = people
  const isNothing = changes.length === 0 && resources.changes.length === 0
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>Its effect</h2>
      {isNothing ? (
        <p>It would change nothing.</p>
      ) : (
        <>
          <p>
            Gain something: {countOf(gain)}. Lose something: {countOf(lose)}.
            {more > 0 && ` Not compared: ${countOf(more)}.`}
          </p>
          {changes.length > 0 && (
            <div className={style.scrolls} role="region" aria-label="People" tabIndex={0}>
              <table className={style.table}>
                <thead>
                  <tr>
                    <th scope="col">Person</th>
                    <th scope="col">Change</th>
                    <th scope="col">Actions</th>
                  </tr>
                </thead>
                <tbody>
                  {groupedByPerson(changes).map((change) => (
                    <PersonRow key={`${change.user} ${change.change}`} change={change} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <ResourceChanges {...resources} />
        </>
      )}
    </section>
  )
}

function PersonRow({
  change: { user, change, cells },
}: {
  readonly change: PersonChange
}): ReactNode {
  const gains = change === 'gains'
  return (
    <tr>
      <th scope="row">{printable(user)}</th>
      <td>
        <Badge tone={gains ? 'yes' : 'no'} icon={gains ? 'add' : 'remove'}>
          {gains ? 'Gains' : 'Loses'}
        </Badge>
      </td>
      <td>
        <ul>
          {placesOf(cells).map(({ place, text }) => (
            <li key={place}>
              {place !== '' && <>{printable(place)}: </>}
              {text}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

const countOf = (people: number): string =>
  people === 0 ? 'nobody' : people === 1 ? '1 person' : `${people} people`
