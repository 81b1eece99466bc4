import type { ReactNode } from 'react'
import { View } from '../../parts/view.tsx'

/** The projects, and the people on each. */
export function Projects(): ReactNode {
  return (
    <View title="Projects" lead="The projects, and the people on each.">
      {null}
    </View>
  )
}
