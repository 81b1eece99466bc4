import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import type { Gated } from './gate.tsx'

/** A button whose call may be denied. While it is off, pressing it explains the denial. */
export function GatedButton({
  gated: { off, reason, describedBy, explain },
  onClick,
  ...rest
}: ButtonProps & { readonly gated: Gated }): ReactNode {
  return (
    <span onClickCapture={off ? explain : undefined} title={reason}>
      <Button {...rest} off={off} onClick={onClick} aria-describedby={describedBy} />
    </span>
  )
}
