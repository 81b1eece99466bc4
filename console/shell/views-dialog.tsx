import type { ReactNode } from 'react'
import { Dialog } from '../parts/dialog.tsx'
import { Navigation } from './navigation.tsx'
import { StatusBar } from './status-bar.tsx'

/** The views and the state of the mock, for screens that have no room for them beside the view. */
export function ViewsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Dialog title="Views" onClose={onClose}>
      <Navigation onChoose={onClose} />
      <StatusBar />
    </Dialog>
  )
}
