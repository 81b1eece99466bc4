import type { ReactNode } from 'react'
import type { Decision } from '../../src/index.ts'
import { Denial } from '../../src/react/index.ts'
import style from './denial-view.module.css'

/** A denial in the console's look. */
export function DenialView({ decision }: { readonly decision: Decision }): ReactNode {
  return <Denial decision={decision} className={style.denial} />
}
