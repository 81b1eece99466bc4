import type { ReactNode } from 'react'
import { View } from '../../parts/view.tsx'

/** What the mock was asked, what it answered, and why. */
export function Log(): ReactNode {
  return (
    <View title="Log" lead="What the mock was asked, what it answered, and why.">
      {null}
    </View>
  )
}
