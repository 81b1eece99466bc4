import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useConnection } from '../mock/connection.tsx'
import { controlQueries, useClock, usePolicy } from '../mock/control-queries.ts'
import { useLog } from '../mock/log-provider.tsx'
import { Badge } from '../parts/badge.tsx'
import { hrefOf } from '../routing/hash-location.ts'
import { useActions } from './actions.ts'
import style from './status-bar.module.css'

/** Which mock this is: its policy, its clock, its faults, and whether the console hears of it. */
export function StatusBar(): ReactNode {
  const connection = useConnection()
  const { session, showSession } = connection
  const endFaults = useActions().find(({ name }) => name === 'Clear all faults')
  const { data: policy } = usePolicy()
  const { data: clock } = useClock()
  const { data: faults } = useQuery(controlQueries.faults(connection))
  const { liveness } = useLog()
  const rules = faults?.rules.length ?? 0
  return (
    <section className={style.status} aria-label="The mock">
      <dl className={style.bar}>
        {session !== '' && (
          <div>
            <dt>State</dt>
            <dd>
              <a href={hrefOf('/snapshots')}>{session}</a>{' '}
              <button type="button" className={style.end} onClick={() => showSession('')}>
                Leave<span className="visually-hidden"> for the main state</span>
              </button>
            </dd>
          </div>
        )}
        <div>
          <dt>Policy</dt>
          <dd>
            <a href={hrefOf('/policies')}>{policy?.name ?? '…'}</a>
          </dd>
        </div>
        <div>
          <dt>Clock</dt>
          <dd>
            <a href={hrefOf('/faults')}>{clock?.now.slice(0, 16).replace('T', ' ') ?? '…'}</a>
          </dd>
        </div>
        {rules > 0 && (
          <div>
            <dt>Faults</dt>
            <dd>
              <a href={hrefOf('/faults')}>
                {rules} {rules === 1 ? 'rule' : 'rules'}
              </a>{' '}
              <button type="button" className={style.end} onClick={() => void endFaults?.run()}>
                End<span className="visually-hidden"> all faults</span>
              </button>
            </dd>
          </div>
        )}
      </dl>
      <p role="status">
        {liveness === 'lost' ? (
          <Badge tone="no" icon="no">
            Not connected
          </Badge>
        ) : (
          <Badge tone="yes" icon={liveness === 'live' ? 'yes' : 'pending'}>
            {liveness === 'live' ? 'Live' : 'Connecting'}
          </Badge>
        )}
      </p>
    </section>
  )
}
