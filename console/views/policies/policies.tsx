import type { ReactNode } from 'react'
import { View } from '../../parts/view.tsx'

/** The rules that decide, where each comes from, and how it was read. */
export function Policies(): ReactNode {
  return (
    <View
      title="Policies"
      lead="The rules that decide, where each comes from, and how it was read."
    >
      {null}
    </View>
  )
}
