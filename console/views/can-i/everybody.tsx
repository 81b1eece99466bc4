import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import type { Control } from '../../../mocks/control-client/index.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { useConnection } from '../../mock/connection.tsx'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { Loading } from '../../parts/states.tsx'
import style from './can-i.module.css'
import { type Question, searchOf } from './question.ts'
import { hrefOf } from '../../routing/hash-location.ts'

/** The most people who are asked about. Beyond them, only the personas are. */
const mostAsked = 50

/** Who could make the call, with the same arguments: the whole row. */
export function Everybody({ question }: { readonly question: Question }): ReactNode {
  const { control, session } = useConnection()
  const [isOpen, setOpen] = useState(false)
  const heading = useId()
  const { operation, args } = question
  const { data, error } = useQuery({
    queryKey: ['control', session, 'everybody', operation, args],
    queryFn: () => askAll(control, question),
    enabled: isOpen,
  })
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>Who could do it</h2>
      {!isOpen && (
        <div className={style.buttons}>
          <Button icon="members" onClick={() => setOpen(true)}>
            Ask for everybody
          </Button>
        </div>
      )}
      {error && <p role="alert">{messageOf(error)}</p>}
      {isOpen && !data && !error && <Loading what="the answers" />}
      {data && (
        <>
          <p role="status">
            {data.filter(({ status }) => status < 400).length} of {data.length} could make this
            call.
          </p>
          <table className={style.table}>
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">Answer</th>
                <th scope="col">Rule</th>
              </tr>
            </thead>
            <tbody>
              {data.map(({ as, status, code, decision }) => (
                <tr key={as}>
                  <th scope="row">
                    <a href={hrefOf(`/can-i?${searchOf({ ...question, as })}`)}>{printable(as)}</a>
                  </th>
                  <td>
                    <Badge tone={status < 400 ? 'yes' : 'no'} icon={status < 400 ? 'yes' : 'no'}>
                      {status < 400 ? 'Yes' : 'No'}
                    </Badge>{' '}
                    {status} {code}
                  </td>
                  <td>{printable(decision.rule)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

async function askAll(control: Control, { operation, args }: Question) {
  const all = await control.users()
  const asked = all.length > mostAsked ? all.filter(({ text }) => text !== undefined) : all
  return Promise.all(asked.map(({ email: as }) => control.rehearse({ as, operation, args })))
}
