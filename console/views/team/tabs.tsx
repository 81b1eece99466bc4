import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Policy } from '../../../mocks/control-client/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { useConnection } from '../../mock/connection.tsx'
import { Badge } from '../../parts/badge.tsx'
import { DenialView } from '../../parts/denial-view.tsx'
import { Problem } from '../../parts/problem.tsx'
import style from './team.module.css'

/** What a tab is to somebody: it can be used, it is seen and can't, or it is not there. */
const states = {
  active: { tone: 'yes', text: 'active', means: 'You see the tab, and use it.' },
  inactive: { tone: 'depends', text: 'inactive', means: 'You see the tab, and can’t use it.' },
  absent: { tone: 'no', text: 'not there', means: 'You don’t see the tab.' },
} as const

/** The tabs of the platform that some see and fewer may use, as permissions to see and to use them say. */
export function Tabs({ policy }: { readonly policy: Policy }): ReactNode {
  const tabs = Object.keys(policy.permissions).flatMap((key) => {
    const [tab = '', action] = key.split(':')
    return action === 'see' && Object.hasOwn(policy.permissions, `${tab}:use`) ? tab : []
  })
  return tabs.map((tab) => <Tab key={tab} tab={tab} policy={policy} />)
}

function Tab({ tab, policy }: { readonly tab: string; readonly policy: Policy }): ReactNode {
  const { email, platform } = useActor()
  const { control, session } = useConnection()
  const name = tab.replaceAll('_', ' ').replaceAll(/\b\w/g, (letter) => letter.toUpperCase())
  const see = `${tab}:see`
  const use = `${tab}:use`
  const { data, error } = useQuery(
    platform.access.searchActions.queryOptions({
      subject: { type: 'user', id: 'me' },
      resource: { type: 'organization', id: 'current' },
    }),
  )
  const actions = new Set(data?.results.map((action) => action.name))
  const state = actions.has(use) ? 'active' : actions.has(see) ? 'inactive' : 'absent'
  const lacking = state === 'inactive' ? use : see
  const { data: decision } = useQuery({
    queryKey: ['control', session, 'explain', email, lacking],
    queryFn: () => control.explain({ as: email, action: lacking }),
    enabled: data !== undefined && state !== 'active',
  })
  if (error) return <Problem error={error} />
  if (data === undefined) return null
  const { tone, text, means } = states[state]
  return (
    <section className={style.part} aria-label={`${name} tab`}>
      <div className={style.tabs}>
        <h2>{name} tab</h2>
        <Badge tone={tone}>{text}</Badge>
      </div>
      <p className={style.soft}>
        {means} {policy.rules[see]?.text} {policy.rules[use]?.text}
      </p>
      {decision && !decision.allowed && <DenialView decision={decision} />}
    </section>
  )
}
