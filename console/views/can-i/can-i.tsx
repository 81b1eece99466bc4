import type { ReactNode } from 'react'
import { View } from '../../parts/view.tsx'

/** Try a call as anybody. It is made on a copy, and nothing changes. */
export function CanI(): ReactNode {
  return (
    <View title="Can I" lead="Try a call as anybody. It is made on a copy, and nothing changes.">
      {null}
    </View>
  )
}
