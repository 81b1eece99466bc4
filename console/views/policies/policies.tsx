import type { ReactNode } from 'react'
import { Badge } from '../../parts/badge.tsx'
import { Empty, Failure, Loading } from '../../parts/states.tsx'
import { Text } from '../../parts/text.tsx'
import { View } from '../../parts/view.tsx'
import { useSearchValue } from '../../routing/search.ts'
import { Compare } from './compare.tsx'
import { Edit } from './edit.tsx'
import { placeOf, tabs, type TabName, usePlace } from './place.ts'
import style from './policies.module.css'
import { usePolicies } from './policy-queries.ts'
import { Rules } from './rules.tsx'
import { UsePolicy } from './use-policy.tsx'

/** The rules that decide, where each comes from, and how it was read. */
export function Policies(): ReactNode {
  const { data: policies, error, refetch } = usePolicies()
  const place = usePlace()
  const [tab] = useSearchValue('tab')
  const shown = policies?.find(({ name, inForce }) =>
    place.policy ? name === place.policy : inForce,
  )
  const at = isTab(tab) ? tab : 'rules'
  return (
    <View
      title="Policies"
      lead="The rules that decide, where each comes from, and how it was read."
      actions={shown && !shown.inForce && at !== 'edit' && <UsePolicy policy={shown.name} />}
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !policies && <Loading what="the policies" />}
      {policies && (
        <nav aria-label="Policies">
          <ul className={style.policies}>
            {policies.map(({ name, title, inForce, rules, readings }) => (
              <li key={name}>
                <a
                  href={placeOf(name, '', at)}
                  className={style.policy}
                  aria-current={name === shown?.name ? 'page' : undefined}
                >
                  <strong>
                    <Text most={60}>{title}</Text>
                  </strong>
                  <span className={style.soft}>
                    {name}, {rules} rules, {readings} readings
                  </span>
                  {inForce && (
                    <Badge tone="yes" icon="yes">
                      In force
                    </Badge>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {policies && !shown && (
        <Empty icon="policies" title="There is no such policy">
          <a href={placeOf('')}>Show the policy in force</a>
        </Empty>
      )}
      {shown && (
        <>
          <nav aria-label="Of this policy">
            <ul className={style.tabs}>
              {Object.entries(tabs).map(([name, text]) => (
                <li key={name}>
                  <a
                    href={placeOf(shown.name, '', isTab(name) ? name : 'rules')}
                    className={style.tab}
                    aria-current={name === at ? 'page' : undefined}
                  >
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {at === 'rules' && <Rules policy={shown} rule={place.rule} />}
          {at === 'compare' && <Compare policy={shown.name} all={policies ?? []} />}
          {at === 'edit' && <Edit key={shown.name} policy={shown.name} />}
        </>
      )}
    </View>
  )
}

const isTab = (name: string): name is TabName => Object.hasOwn(tabs, name)
