import { lazy, type ReactNode, Suspense } from 'react'

/** What can be open above the view. */
export type OverlayName = 'act-as' | 'palette' | 'keys' | 'navigation'

// Nobody waits for them at the first view: they are loaded when they are first opened.
const ActAs = lazy(async () => ({ default: (await import('./act-as.tsx')).ActAs }))
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const KeyboardHelp = lazy(async () => ({
  default: (await import('./keyboard-help.tsx')).KeyboardHelp,
}))
const ViewsDialog = lazy(async () => ({
  default: (await import('./views-dialog.tsx')).ViewsDialog,
}))

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
