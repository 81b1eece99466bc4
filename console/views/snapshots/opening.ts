import { useCallback, useState } from 'react'
import type { Control, Snapshot } from '../../../mocks/control-client/index.ts'
import { isRecord } from '../../../src/core/base/kind-of.ts'
import { useConnection } from '../../mock/connection.tsx'
import { messageOf } from '../../parts/message-of.ts'

/** A snapshot that somebody wants to open: the mock has checked it, and nothing has changed yet. */
export interface Checked {
  /** Where it comes from, such as the name of a file. */
  readonly from: string
  readonly snapshot: Snapshot
}

/** How far the opening of a snapshot is. */
export type Opening =
  | { readonly status: 'checking'; readonly from: string }
  | { readonly status: 'refused'; readonly from: string; readonly reason: string }
  | ({ readonly status: 'fits' } & Checked)

/** Reads a snapshot from anywhere and has the mock check it, for somebody to confirm. */
export function useOpening(): {
  readonly opening: Opening | undefined
  readonly open: (from: string, read: () => Promise<unknown>) => Promise<void>
  readonly end: () => void
} {
  const { control } = useConnection()
  const [opening, setOpening] = useState<Opening>()
  const open = useCallback(
    async (from: string, read: () => Promise<unknown>) => {
      setOpening({ status: 'checking', from })
      try {
        setOpening({ status: 'fits', from, snapshot: await checked(control, await read()) })
      } catch (error) {
        setOpening({ status: 'refused', from, reason: messageOf(error) })
      }
    },
    [control],
  )
  return { opening, open, end: useCallback(() => setOpening(undefined), []) }
}

/** The mock tries a snapshot in a state of its own, so that the one that is shown stays as it is. */
async function checked(control: Control, value: unknown): Promise<Snapshot> {
  if (!mayBeSnapshot(value)) throw new Error('It is no snapshot: a snapshot is an object.')
  const name = `checks-${crypto.randomUUID()}`
  await control.states.create(name, { snapshot: value })
  await control.states.delete(name)
  return value
}

/** Enough to ask the mock, which checks the whole of it. */
const mayBeSnapshot = (value: unknown): value is Snapshot => isRecord(value)
