import type { ReactNode } from 'react'
import { View } from '../../parts/view.tsx'

/** The way back, and states to save, load and share. */
export function Snapshots(): ReactNode {
  return (
    <View title="Snapshots" lead="The way back, and states to save, load and share.">
      {null}
    </View>
  )
}
