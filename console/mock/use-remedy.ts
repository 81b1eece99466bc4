import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HistoryEntry } from '../../mocks/control-client/index.ts'
import { useConnection } from './connection.tsx'
import { useLog } from './log-provider.tsx'
import {
  type Applied,
  applyCalls,
  type CallOf,
  idOfRepeat,
  type Made,
  repeatCall,
  type Repeated,
  takeBack,
  toTakeBack,
} from './remedy.ts'

/** How far the application of a remedy is. */
export type Progress =
  | { readonly at: 'asking' }
  | { readonly at: 'applying'; readonly made: readonly Made[] }
  | ({ readonly at: 'applied'; readonly repeated?: Repeated } & Applied)
  /** Others have made calls since, which would be taken back too. */
  | { readonly at: 'undoing'; readonly entries: readonly HistoryEntry[]; readonly others: number }
  | { readonly at: 'undone' }

/** What can be done with a remedy. */
export interface RemedyRun {
  readonly progress: Progress
  /** Why it could not be undone. */
  readonly error: unknown
  /** Makes the calls, then the denied call again if its first try has an id. */
  readonly apply: (calls: readonly CallOf[]) => Promise<void>
  /** Takes all of it back, or first asks if others have made calls since. */
  readonly undo: () => Promise<void>
}

/**
 * Returns a way to apply a remedy, to repeat the denied call, and to take both back.
 *
 * @param denied - The denied call.
 * @param first - The id of its request. Without one it is not repeated.
 */
export function useRemedy(denied: CallOf, first: string | undefined): RemedyRun {
  const { control, clientFor } = useConnection()
  const { requests } = useLog()
  const queries = useQueryClient()
  const [progress, setProgress] = useState<Progress>({ at: 'asking' })
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState<unknown>()

  const apply = async (calls: readonly CallOf[]): Promise<void> => {
    setProgress({ at: 'applying', made: [] })
    const applied = await applyCalls(clientFor, calls, (made) =>
      setProgress({ at: 'applying', made }),
    )
    const isRepeated = first !== undefined && applied.failed === undefined
    const repeated = isRepeated
      ? await repeatCall(clientFor, denied, idOfRepeat(first, isTaken))
      : undefined
    setIds(new Set([...applied.made, ...(repeated ? [repeated] : [])].map(({ id }) => id)))
    setProgress({ at: 'applied', ...applied, ...(repeated && { repeated }) })
    await queries.invalidateQueries()
  }
  const isTaken = (id: string) => requests.some((request) => request.id === id)

  const undo = async (): Promise<void> => {
    setError(undefined)
    try {
      const entries = await toTakeBack(control, ids)
      const others = entries.filter(({ id }) => !ids.has(id)).length
      if (others > 0 && progress.at !== 'undoing') {
        setProgress({ at: 'undoing', entries, others })
        return
      }
      await takeBack(control, entries)
      setProgress({ at: 'undone' })
      await queries.invalidateQueries()
    } catch (failure) {
      setError(failure)
    }
  }
  return { progress, error, apply, undo }
}
