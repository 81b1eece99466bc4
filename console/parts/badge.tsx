import type { ReactNode } from 'react'
import style from './badge.module.css'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

/** What a badge says: a yes, a no, something in between, or a fact without a judgement. */
export type Tone = 'yes' | 'no' | 'depends' | 'fact'

/** A status as text, with a tone and an icon: colour alone says nothing. */
export function Badge({
  tone = 'fact',
  icon,
  children,
}: {
  readonly tone?: Tone
  readonly icon?: IconName
  readonly children: ReactNode
}): ReactNode {
  return (
    <span className={classNames(style.badge, style[tone])}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}
