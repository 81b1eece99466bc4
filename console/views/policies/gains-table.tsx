import type { ReactNode } from 'react'
import type { PolicyChange } from '../../../mocks/control-client/index.ts'
import { Text } from '../../parts/text.tsx'
import style from './policies.module.css'

/** The most people in the table: the list below has all. */
const mostPeople = 50

/** People by groups of actions: how many each gains and loses. */
export function GainsTable({ changes }: { readonly changes: readonly PolicyChange[] }): ReactNode {
  const groups = [...new Set(changes.map(groupOf))].toSorted()
  const byUser = Map.groupBy(changes, ({ user }) => user)
  return (
    // A part of the page that scrolls must be reachable by the keyboard.
    <div className={style.wide} role="region" aria-label="People by actions" tabIndex={0}>
      <table className={style.gains}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            {groups.map((group) => (
              <th key={group} scope="col">
                <Text most={40}>{group}</Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...byUser].slice(0, mostPeople).map(([user, own]) => (
            <tr key={user}>
              <th scope="row">
                <Text most={60}>{user}</Text>
              </th>
              {groups.map((group) => (
                <Count key={group} changes={own.filter((one) => groupOf(one) === group)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Count({ changes }: { readonly changes: readonly PolicyChange[] }): ReactNode {
  const gains = new Set(changes.filter(({ change }) => change === 'gains').map(actionOf)).size
  const loses = new Set(changes.filter(({ change }) => change === 'loses').map(actionOf)).size
  return (
    <td>
      {gains > 0 && <span className={style.gain}>+{gains}</span>}{' '}
      {loses > 0 && <span className={style.loss}>−{loses}</span>}
    </td>
  )
}

const actionOf = ({ action }: PolicyChange): string => action

/** The resource of an operation; other actions are named by their policy. */
const groupOf = ({ action }: PolicyChange): string => action.split(/[.:]/)[0] ?? action
