import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useConnection } from '../../mock/connection.tsx'
import { controlQueries } from '../../mock/control-queries.ts'
import { useLog } from '../../mock/log-provider.tsx'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { Failure, Loading } from '../../parts/states.tsx'
import { Text } from '../../parts/text.tsx'
import { ForkDialog } from './fork-dialog.tsx'
import { GoBackDialog } from './go-back-dialog.tsx'
import { changesOf, type Place, placeText, timeText } from './history-words.ts'
import style from './snapshots.module.css'

/** The changes of the state, newest first, to go back on and to fork from. */
export function Timeline(): ReactNode {
  const connection = useConnection()
  const { data: history, error, refetch } = useQuery(controlQueries.history(connection))
  const { requests } = useLog()
  const [goingTo, goTo] = useState<Place>()
  const [forked, fork] = useState<Place>()
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (history === undefined) return <Loading what="the changes" />

  const changes = changesOf(history, requests)
  const places: readonly Place[] = [
    ...changes.map((change, at) => ({ change, later: changes.slice(0, at) })),
    { later: changes },
  ]
  return (
    <>
      <DataTable
        label="Changes, newest first"
        rows={places}
        keyOf={keyOf}
        columns={[
          {
            name: 'When',
            width: '9.5rem',
            wideOnly: true,
            cell: ({ change }) => change && <time>{timeText(change.at)}</time>,
          },
          { name: 'Change', width: 'minmax(7rem, 1fr)', heads: true, cell: What },
          {
            name: 'Who',
            width: 'minmax(8.5rem, 1fr)',
            wideOnly: true,
            cut: true,
            cell: ({ change }) => change && <Text most={60}>{change.actor}</Text>,
          },
          {
            name: 'Actions',
            nameHidden: true,
            width: '9.5rem',
            cell: (place) => (
              <span className={style.actions}>
                {place.later.length > 0 ? (
                  <Button look="plain" onClick={() => goTo(place)}>
                    Go back<span className="visually-hidden"> to {placeText(place)}</span>
                  </Button>
                ) : (
                  <Badge>Now</Badge>
                )}
                <Button look="plain" onClick={() => fork(place)}>
                  Fork<span className="visually-hidden"> from {placeText(place)}</span>
                </Button>
              </span>
            ),
          },
        ]}
      />
      {goingTo && <GoBackDialog place={goingTo} onClose={() => goTo(undefined)} />}
      {forked && <ForkDialog place={forked} onClose={() => fork(undefined)} />}
    </>
  )
}

const keyOf = ({ change }: Place): string => change?.id ?? 'start'

function What({ change, later }: Place): ReactNode {
  if (!change) {
    return (
      <span className={style.soft}>
        {later.length > 0 ? 'Before all of these changes' : 'Nothing has changed yet'}
      </span>
    )
  }
  return (
    <span className={style.what}>
      <code>{change.what}</code>{' '}
      {change.about !== '' && (
        <span className={style.soft}>
          <Text most={60}>{change.about}</Text>
        </span>
      )}
    </span>
  )
}
