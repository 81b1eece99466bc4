import type { ReactNode } from 'react'
import { View } from '../../parts/view.tsx'

/** The people of the organization, and the invitations that wait for an answer. */
export function Members(): ReactNode {
  return (
    <View
      title="Members"
      lead="The people of the organization, and the invitations that wait for an answer."
    >
      {null}
    </View>
  )
}
