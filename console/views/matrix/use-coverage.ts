import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Coverage } from '../../../mocks/control-client/index.ts'
import { useConnection } from '../../mock/connection.tsx'
import { controlQueries } from '../../mock/control-queries.ts'
import { useAnnounce } from '../../parts/announcer.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { readReport } from './coverage.ts'

/** The coverage that is laid over the matrix. */
export interface Overlay {
  readonly coverage: Coverage
  /** Where it comes from: the name of a file, or this mock. */
  readonly from: string
}

/** What is laid over the matrix, and the ways to change it. */
export interface OverlayState {
  readonly overlay: Overlay | undefined
  /** Lays the file of a test run over the matrix. */
  readonly load: (file: File) => void
  /** Lays over it what this mock has seen so far. */
  readonly showOwn: () => void
  readonly hide: () => void
}

/** Keeps the coverage that is laid over the matrix of a policy. */
export function useOverlay(policy: string): OverlayState {
  const connection = useConnection()
  const announce = useAnnounce()
  const [loaded, setLoaded] = useState<Overlay>()
  const [isOwn, setOwn] = useState(false)
  const { data: own } = useQuery({ ...controlQueries.coverage(connection), enabled: isOwn })

  async function read(file: File): Promise<void> {
    try {
      const coverage = readReport(await file.text(), policy)
      setOwn(false)
      setLoaded({ coverage, from: file.name })
    } catch (error) {
      announce(messageOf(error), { failed: true })
    }
  }
  return {
    overlay: isOwn ? own && { coverage: own, from: 'this mock' } : loaded,
    load: (file) => void read(file),
    showOwn: () => setOwn(true),
    hide: () => {
      setOwn(false)
      setLoaded(undefined)
    },
  }
}
