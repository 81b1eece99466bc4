import type { ReactNode } from 'react'
import style from './avatar.module.css'

/** The first letters of a name, beside the name itself. */
export function Avatar({ name }: { readonly name: string }): ReactNode {
  const letters = name
    .split(/[\s@.-]+/)
    .flatMap(([letter]) => letter ?? [])
    .slice(0, 2)
  return (
    <span className={style.avatar} aria-hidden="true">
      {letters.join('').toUpperCase()}
    </span>
  )
}
