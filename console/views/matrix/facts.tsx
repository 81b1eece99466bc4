import type { ReactNode } from 'react'
import type { RightsMatrix } from '../../../mocks/control-client/index.ts'
import style from './toolbar.module.css'

/** How much the table shows, and how much it leaves out. */
export function Facts({
  matrix: { actions, rows },
  shown,
  agreed,
  by,
}: {
  readonly matrix: RightsMatrix
  readonly shown: number
  /** How many actions are left out because all agree on them. */
  readonly agreed: number
  readonly by: 'people' | 'roles'
}): ReactNode {
  return (
    <p className={style.facts} role="status">
      {shown === actions.length ? shown : `${shown} of ${actions.length}`} actions, {rows.length}{' '}
      {by}.{agreed > 0 && ` ${agreed} hidden, on which all agree.`}
    </p>
  )
}
