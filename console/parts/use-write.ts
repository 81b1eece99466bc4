import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Client } from '../../src/index.ts'
import { useAnnounce } from './announcer.tsx'
import { messageOf } from './message-of.ts'
import { useActor } from '../mock/actor.tsx'
import { useConnection } from '../mock/connection.tsx'

/** Makes calls that change something, one at a time. */
export interface Write {
  readonly busy: boolean
  /** Why the last call failed, to be shown where it was made. */
  readonly error: unknown
  /**
   * Makes calls as the actor, says what was done, with a way to undo it, and asks again for what is shown.
   *
   * @param done - What to say afterwards. Default: nothing, as where the screen says it.
   * @returns What the calls answered; undefined if one failed.
   */
  readonly write: <T>(
    calls: (client: Client) => PromiseLike<T>,
    done?: string,
  ) => Promise<{ readonly answer: T } | undefined>
  /** Forgets the error. */
  readonly clear: () => void
}

/** Returns a way to change something as the actor. */
export function useWrite(): Write {
  const { client } = useActor()
  const { control } = useConnection()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  const undo = async (id: string | undefined): Promise<void> => {
    try {
      // Only the last call can be taken back: the app may have made another one since.
      const last = (await control.history()).at(-1)
      if (last === undefined || last.id !== id) {
        announce('Something else has changed since. Go back under Snapshots.', { failed: true })
        return
      }
      await control.undo()
      announce('Undone.')
      await queries.invalidateQueries()
    } catch (failure) {
      announce(messageOf(failure), { failed: true })
    }
  }

  return {
    busy,
    error,
    clear: () => setError(undefined),
    async write(calls, done) {
      setBusy(true)
      setError(undefined)
      try {
        const answer = await calls(client)
        // A task later: a dialogue closes first, and gives the focus back to a row that is still there.
        const refetch = () => void queries.invalidateQueries({ refetchType: 'active' })
        if (done !== undefined) {
          const id = (await control.history()).at(-1)?.id
          announce(done, { undo: () => void undo(id) })
        }
        setTimeout(refetch)
        return { answer }
      } catch (failure) {
        setError(failure)
        return undefined
      } finally {
        setBusy(false)
      }
    },
  }
}
