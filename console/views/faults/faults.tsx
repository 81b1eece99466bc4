import type { ReactNode } from 'react'
import { View } from '../../parts/view.tsx'

/** Slow and failing answers, and the time of the mock. */
export function Faults(): ReactNode {
  return (
    <View title="Faults" lead="Slow and failing answers, and the time of the mock.">
      {null}
    </View>
  )
}
