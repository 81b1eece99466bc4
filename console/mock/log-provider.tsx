import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react'
import { useConnection } from './connection.tsx'
import { LiveLog, type LogState } from './live-log.ts'

const Context = createContext<LiveLog | undefined>(undefined)

/** Follows the mock's log for everything below it, and asks again for what the app may have changed. */
export function LogProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { control } = useConnection()
  const queries = useQueryClient()
  const log = useMemo(() => new LiveLog(control), [control])
  useEffect(() => {
    let seen = log.state().requests.at(-1)?.id
    let wasLost = false
    return log.watch(() => {
      const { requests, liveness } = log.state()
      // Meanwhile anything may have happened, and another mock may answer.
      if (wasLost && liveness === 'live') void queries.invalidateQueries()
      wasLost = liveness === 'lost'
      const from = requests.findLastIndex(({ id }) => id === seen) + 1
      seen = requests.at(-1)?.id
      const hasChanges = requests
        .slice(from)
        .some(
          ({ method, status, operation = '' }) =>
            method !== 'GET' && status < 400 && !asks(operation),
        )
      if (hasChanges) void queries.invalidateQueries({ refetchType: 'active' })
    })
  }, [log, queries])
  return <Context value={log}>{children}</Context>
}

/** Whether an operation only asks, whatever its method. */
const asks = (operation: string): boolean => operation.startsWith('access.')

/** Returns the mock's log, and a function that clears it on the screen. */
export function useLog(): LogState & { readonly clear: () => void } {
  const log = useContext(Context)
  if (log === undefined) throw new Error('useLog needs a <LogProvider>.')
  return { ...useSyncExternalStore(log.watch, log.state), clear: log.clear }
}
