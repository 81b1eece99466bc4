import { lazy, type ReactNode, Suspense } from 'react'

/** What can be open above the view. */
export type OverlayName = 'act-as' | 'palette' | 'keys' | 'navigation'

const actAs = () => import('./act-as.tsx')
const palette = () => import('./palette.tsx')
const keyboardHelp = () => import('./keyboard-help.tsx')

// The first view does not wait for them.
const ActAs = lazy(async () => ({ default: (await actAs()).ActAs }))
const Palette = lazy(async () => ({ default: (await palette()).Palette }))
const KeyboardHelp = lazy(async () => ({ default: (await keyboardHelp()).KeyboardHelp }))
const ViewsDialog = lazy(async () => ({
  default: (await import('./views-dialog.tsx')).ViewsDialog,
}))

/** Loads the dialogues that a key opens, so that they take what is typed right after it. */
export async function loadOverlays(): Promise<void> {
  await Promise.all([actAs(), palette(), keyboardHelp()])
}

/** The dialogue that is open above the view. */
export function Overlay({
  name,
  onChange,
}: {
  readonly name: OverlayName
  /** Called with the dialogue to open instead, or with nothing to close this one. */
  readonly onChange: (name?: OverlayName) => void
}): ReactNode {
  const close = () => onChange()
  return (
    <Suspense>
      {name === 'act-as' && <ActAs onClose={close} />}
      {name === 'palette' && <Palette onClose={close} onHelp={() => onChange('keys')} />}
      {name === 'keys' && <KeyboardHelp onClose={close} />}
      {name === 'navigation' && <ViewsDialog onClose={close} />}
    </Suspense>
  )
}
