import { type ComponentProps, lazy, type ReactNode, Suspense, useState } from 'react'
import { Loading } from '../../parts/states.tsx'
import type { LogDetail } from './log-detail.tsx'

let loaded: typeof LogDetail | undefined

/** Loads what shows a request in detail, so that the first look at one does not wait for it. */
export async function loadDetail(): Promise<{ readonly default: typeof LogDetail }> {
  loaded = (await import('./log-detail.tsx')).LogDetail
  return { default: loaded }
}

const Lazy = lazy(loadDetail)

/** A request in detail. The first view of the log does not wait for its file. */
export function LateDetail(props: ComponentProps<typeof LogDetail>): ReactNode {
  // A lazy component suspends once even if its file is there, and React then keeps "Loading" for 300 ms.
  const [Detail] = useState(() => loaded ?? Lazy)
  return (
    <Suspense fallback={<Loading what="the request" />}>
      <Detail {...props} />
    </Suspense>
  )
}
