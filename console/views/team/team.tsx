import type { ReactNode } from 'react'
import { View } from '../../parts/view.tsx'

/** What each member of the team may use. */
export function Team(): ReactNode {
  return (
    <View title="Team" lead="What each member of the team may use.">
      {null}
    </View>
  )
}
