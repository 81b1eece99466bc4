'use client'

import { useEffect } from 'react'
import type { Decisions } from './decisions.ts'

/** What tells of writes. */
export interface Writer {
  onWrite?(listener: () => void): () => void
}

/** Asks everything that is on the screen again after each write of the client, once for those of one tick. */
export function useRefreshAfterWrites(
  client: Writer,
  decisions: Decisions,
  isWanted: boolean,
): void {
  useEffect(() => {
    if (!isWanted) return undefined
    let isDue = false
    return client.onWrite?.(() => {
      if (isDue) return
      isDue = true
      queueMicrotask(() => {
        isDue = false
        decisions.refresh()
      })
    })
  }, [client, decisions, isWanted])
}
