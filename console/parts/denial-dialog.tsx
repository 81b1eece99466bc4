import type { ReactNode } from 'react'
import type { Decision } from '../../src/index.ts'
import { DenialView } from './denial-view.tsx'
import { Dialog } from './dialog.tsx'

/** A whole denial: the rule, the reason, and what would allow the call. */
export function DenialDialog({
  decision,
  onClose,
}: {
  readonly decision: Decision
  readonly onClose: () => void
}): ReactNode {
  return (
    <Dialog title="Why this is off" onClose={onClose}>
      <DenialView decision={decision} />
    </Dialog>
  )
}
