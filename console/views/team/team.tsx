import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useOffers } from '../../mock/offers.ts'
import { usePolicy } from '../../mock/control-queries.ts'
import { Loading } from '../../parts/states.tsx'
import { View } from '../../parts/view.tsx'
import { Boxes } from './boxes.tsx'
import { OneTeam } from './one-team.tsx'
import { Organization } from './organization.tsx'
import { Roles } from './roles.tsx'
import { decoded } from '../../routing/hash-location.ts'
import { Tabs } from './tabs.tsx'
import { Teams } from './teams.tsx'

/** What each member of the team may use, the teams, and the roles. */
export function Team(): ReactNode {
  const [location] = useLocation()
  const offers = useOffers()
  const { data: policy } = usePolicy()
  const [, , key = ''] = location.split('/')
  if (key !== '') return <OneTeam team={decoded(key)} />
  return (
    <View title="Team" lead="What each member of the team may use, and what each role gives.">
      {policy === undefined ? (
        <Loading what="the team" />
      ) : (
        <>
          {offers('teams.list') ? <Teams noun={policy.nouns.team} /> : <Organization />}
          <Boxes policy={policy} />
          <Tabs policy={policy} />
          <Roles />
        </>
      )}
    </View>
  )
}
