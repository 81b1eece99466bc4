'use client'

import { useEffect } from 'react'
import type { Decisions } from './decisions.ts'

/** The part of a client that tells of writes. */
export interface Writer {
  onWrite?(listener: () => void): () => void
}

/** Asks all questions on the screen again after writes of the client, once for all writes of a tick. */
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
