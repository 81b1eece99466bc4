import type { ReactNode } from 'react'
import type { PolicySummary } from '../../../mocks/control-client/index.ts'
import { Select } from '../../parts/field.tsx'
import { useSearchValue } from '../../routing/search.ts'
import { Differences } from './differences.tsx'
import style from './policies.module.css'

/** A policy beside another: what people of this state gain and lose. */
export function Compare({
  policy,
  all,
}: {
  readonly policy: string
  readonly all: readonly PolicySummary[]
}): ReactNode {
  const [chosen, choose] = useSearchValue('from')
  const inForce = all.find((one) => one.inForce)?.name
  const others = all.filter(({ name }) => name !== policy)
  const from = chosen || (inForce === policy ? others[0]?.name : inForce) || ''
  return (
    <div className={style.part}>
      <div className={style.filters}>
        <Select
          label={`From another policy to ${policy}`}
          value={from}
          onChange={({ target }) => choose(target.value)}
        >
          {others.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </Select>
      </div>
      <Differences from={from} to={policy} />
    </div>
  )
}
