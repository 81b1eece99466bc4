import { type ReactNode, useMemo, useState } from 'react'
import type { Policy, PolicyChange } from '../../../mocks/control-client/index.ts'
import { Badge } from '../../parts/badge.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { Select } from '../../parts/field.tsx'
import { Empty, Loading } from '../../parts/states.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { Text } from '../../parts/text.tsx'
import { GainsTable } from './gains-table.tsx'
import style from './policies.module.css'
import { useComparison } from './policy-queries.ts'

/** What people gain and lose from one policy to another: people by resources, and each change. */
export function Differences({
  from,
  to,
}: {
  /** Default: the policy in force. */
  readonly from?: string
  readonly to: string | Policy
}): ReactNode {
  const { data, error } = useComparison(from, to)
  const [person, setPerson] = useState('')
  const changes = useMemo(
    () => (data?.changes ?? []).filter(({ user }) => person === '' || user === person),
    [data, person],
  )
  if (error) {
    return (
      <div role="alert" className={style.refusal}>
        <p>They can’t be compared on this state, which one of them does not fit:</p>
        <p>
          <Text most={2000}>{messageOf(error)}</Text>
        </p>
      </div>
    )
  }
  if (!data) return <Loading what="what people gain and lose" />
  const { sections, more } = data
  const gain = peopleWith(data.changes, 'gains')
  const lose = peopleWith(data.changes, 'loses')
  return (
    <section className={style.part} aria-label="Gains and losses">
      <p role="status">
        <Badge tone="yes" icon="add">
          {gain.length} gain
        </Badge>{' '}
        <Badge tone="no" icon="no">
          {lose.length} lose
        </Badge>{' '}
        {more > 0 && <span className={style.soft}>{more} people were not compared.</span>}
      </p>
      {sections.length > 0 && (
        <p className={style.soft}>For everybody alike, {sections.join(', ')} differ too.</p>
      )}
      {data.changes.length === 0 ? (
        <Empty icon="yes" title="Nobody gains or loses anything" />
      ) : (
        <>
          <GainsTable changes={data.changes} />
          <div className={style.filters}>
            <Select
              label="Changes of"
              value={person}
              onChange={({ target }) => setPerson(target.value)}
            >
              <option value="">everybody</option>
              {[...new Set([...gain, ...lose])].map((email) => (
                <option key={email} value={email}>
                  {email}
                </option>
              ))}
            </Select>
          </div>
          <div className={style.table}>
            <DataTable
              label="Changes"
              rows={changes}
              keyOf={keyOf}
              columns={[
                {
                  name: 'Person',
                  width: 'minmax(8rem, 1fr)',
                  heads: true,
                  cell: ({ user }) => <Text most={60}>{user}</Text>,
                },
                {
                  name: 'Change',
                  width: '6rem',
                  cell: ({ change }) =>
                    change === 'gains' ? (
                      <Badge tone="yes" icon="add">
                        Gains
                      </Badge>
                    ) : (
                      <Badge tone="no" icon="no">
                        Loses
                      </Badge>
                    ),
                },
                {
                  name: 'Action',
                  width: 'minmax(8rem, 1.5fr)',
                  cell: ({ action }) => <code>{action}</code>,
                },
                {
                  name: 'On',
                  width: 'minmax(6rem, 1fr)',
                  wideOnly: true,
                  cell: ({ resource }) =>
                    resource ? (
                      <Text most={60}>{`${resource.type} ${resource.id}`}</Text>
                    ) : (
                      'everything they see'
                    ),
                },
                {
                  name: 'Before and after',
                  width: '9rem',
                  wideOnly: true,
                  cell: ({ before, after }) => `${before} → ${after}`,
                },
              ]}
            />
          </div>
        </>
      )}
    </section>
  )
}

const peopleWith = (
  changes: readonly PolicyChange[],
  kind: PolicyChange['change'],
): readonly string[] => [
  ...new Set(changes.filter(({ change }) => change === kind).map(({ user }) => user)),
]

const keyOf = ({ user, action, resource }: PolicyChange): string =>
  `${user} ${action} ${resource?.type ?? ''} ${resource?.id ?? ''}`
