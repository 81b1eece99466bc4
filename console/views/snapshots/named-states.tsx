import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import type { NamedState } from '../../../mocks/control-client/index.ts'
import { useConnection } from '../../mock/connection.tsx'
import { controlQueries } from '../../mock/control-queries.ts'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { Failure, Loading } from '../../parts/states.tsx'
import { Text } from '../../parts/text.tsx'
import { useReplace } from './replace.ts'
import style from './snapshots.module.css'

/** The main state and those with a name, each to show. */
export function NamedStates(): ReactNode {
  const connection = useConnection()
  const { control, host, session } = connection
  const { data: states, error, refetch } = useQuery(controlQueries.states(connection))
  const { show } = useReplace()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const heading = useRef<HTMLHeadingElement>(null)

  const remove = async (name: string): Promise<void> => {
    try {
      const kept = await host.control(name).snapshot()
      await control.states.delete(name)
      heading.current?.focus()
      await queries.invalidateQueries()
      announce(`Deleted the state ${name}.`, {
        undo: () => {
          control.states.create(name, { snapshot: kept }).then(
            () => queries.invalidateQueries(),
            (thrown: unknown) => announce(messageOf(thrown), { failed: true }),
          )
        },
      })
    } catch (thrown) {
      announce(messageOf(thrown), { failed: true })
    }
  }
  return (
    <section className={style.part} aria-labelledby="states">
      <h2 id="states" ref={heading} tabIndex={-1}>
        States
      </h2>
      <p className={style.soft}>
        Beside the main state, a mock keeps up to 100 by name: a request chooses one by the header{' '}
        <code>X-Mock-Session</code>.
      </p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !states && <Loading what="the states" />}
      {states && (
        <ul className={style.states}>
          {[{ name: '', detail: 'What your app calls' }, ...states.map(detailed)].map((state) => (
            <State
              key={state.name}
              {...state}
              isShown={state.name === session}
              onShow={() => show(state.name)}
              onDelete={() => void remove(state.name)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function State({
  name,
  detail,
  isShown,
  onShow,
  onDelete,
}: {
  readonly name: string
  readonly detail: string
  readonly isShown: boolean
  readonly onShow: () => void
  readonly onDelete: () => void
}): ReactNode {
  const text = name === '' ? 'Main state' : name
  return (
    <li className={style.state} aria-current={isShown || undefined}>
      <span>
        <strong>
          <Text most={60}>{text}</Text>
        </strong>
        <span className={style.soft}>{detail}</span>
      </span>
      <span className={style.actions}>
        {isShown ? (
          <Badge tone="yes" icon="yes">
            Shown
          </Badge>
        ) : (
          <Button look="plain" onClick={onShow}>
            Show<span className="visually-hidden"> {text}</span>
          </Button>
        )}
        {/* While it is shown, the next look would make it again. */}
        {name !== '' && !isShown && (
          <Button look="plain" icon="remove" iconOnly onClick={onDelete}>
            Delete {text}
          </Button>
        )}
      </span>
    </li>
  )
}

const detailed = ({ name, requests, lastUsedAt }: NamedState) => ({
  name,
  detail: `${requests === 1 ? '1 request' : `${requests} requests`}, used ${lastUsedAt.slice(11, 16)}`,
})
