import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OperationId } from '../../src/index.ts'
import { useActor } from '../mock/actor.tsx'
import { useConnection } from '../mock/connection.tsx'
import { useAnnounce } from './announcer.tsx'
import { messageOf } from './message-of.ts'

/** Makes calls as the actor, says what they did, and offers to undo it. */
export interface Caller {
  /** Whether a call is under way. */
  readonly busy: boolean
  /** The message of the last call, if it failed. */
  readonly failure: string | undefined
  /**
   * Makes a call. Resolves to whether it succeeded.
   *
   * @param done - What to say then.
   * @param as - Who makes the call. Default: the actor.
   */
  readonly call: (
    operation: OperationId,
    args: readonly unknown[],
    done: string,
    as?: string,
  ) => Promise<boolean>
}

/** Returns what makes calls as the actor. */
export function useCall(): Caller {
  const { client } = useActor()
  const { control, clientAs } = useConnection()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()

  async function call(
    operation: OperationId,
    args: readonly unknown[],
    done: string,
    as?: string,
  ): Promise<boolean> {
    setBusy(true)
    setFailure(undefined)
    try {
      await (as === undefined ? client : clientAs(as)).call<string>(operation, ...args)
      const { id } = (await control.history()).at(-1) ?? {}
      announce(done, { undo: () => void undo(id) })
      return true
    } catch (error) {
      setFailure(messageOf(error))
      announce(messageOf(error), { failed: true })
      return false
    } finally {
      setBusy(false)
      void queries.invalidateQueries()
    }
  }

  /** Takes the call back, unless others have changed something since. */
  async function undo(id: string | undefined): Promise<void> {
    try {
      const last = (await control.history()).at(-1)
      if (id === undefined || last?.id !== id) {
        announce('Something else has changed since. Go back in Snapshots.', { failed: true })
        return
      }
      await control.undo()
      announce('Undone.')
    } catch (error) {
      announce(messageOf(error), { failed: true })
    } finally {
      void queries.invalidateQueries()
    }
  }

  return { busy, failure, call }
}
