import type { ComponentPropsWithRef, ReactNode } from 'react'
import style from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

/** Props of {@link Button}: those of a `<button>` too. */
export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  /** `plain` has no frame, `primary` is the one that a view is about, `danger` destroys something. */
  readonly look?: 'usual' | 'plain' | 'primary' | 'danger'
  readonly icon?: IconName
  /** Shows the icon alone. The children stay its accessible name. */
  readonly iconOnly?: boolean
  /** Whether its work is under way: it is not pressed a second time. */
  readonly busy?: boolean
  /**
   * Whether it is off. It can be reached all the same, so that whoever reads it hears why: describe it by
   * `aria-describedby`.
   */
  readonly off?: boolean
}

/** A button. */
export function Button({
  look = 'usual',
  icon,
  iconOnly = false,
  busy = false,
  off = false,
  onClick,
  className,
  children,
  ...rest
}: ButtonProps): ReactNode {
  const names = classNames(style.button, style[look], iconOnly && style.square, className)
  return (
    <button
      type="button"
      className={names}
      aria-disabled={off || busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (off || busy) event.preventDefault()
        else onClick?.(event)
      }}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {iconOnly ? <span className="visually-hidden">{children}</span> : children}
    </button>
  )
}
