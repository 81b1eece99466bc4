import type { ReactNode } from 'react'
import { View } from '../../parts/view.tsx'

/** Who may do what, cell by cell. */
export function Matrix(): ReactNode {
  return (
    <View title="Matrix" lead="Who may do what, cell by cell.">
      {null}
    </View>
  )
}
