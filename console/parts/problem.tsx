import type { ReactNode } from 'react'
import { PermissionDeniedError } from '../../src/index.ts'
import { DenialView } from './denial-view.tsx'
import { messageOf } from './message-of.ts'
import style from './problem.module.css'

/** Why a call failed, beside what made it. A denial is explained whole. */
export function Problem({ error }: { readonly error: unknown }): ReactNode {
  if (error === undefined || error === null) return null
  const decision = error instanceof PermissionDeniedError ? error.decision : undefined
  return (
    <div className={style.problem} role="alert">
      {decision ? <DenialView decision={decision} /> : <p>{messageOf(error)}</p>}
    </div>
  )
}
