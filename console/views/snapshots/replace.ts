import { useQueryClient } from '@tanstack/react-query'
import type { Control, Snapshot } from '../../../mocks/control-client/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { useConnection } from '../../mock/connection.tsx'
import { useAnnounce } from '../../parts/announcer.tsx'
import { messageOf } from '../../parts/message-of.ts'

/** Returns the ways to change the whole state, each of which says what it did and can be undone. */
export function useReplace(): {
  /** Replaces the state by a snapshot. */
  readonly replace: (snapshot: Snapshot, text: string) => Promise<void>
  /** Does something to the state that a snapshot of before takes back. */
  readonly change: (text: string, work: () => Promise<unknown>) => Promise<void>
  /** Keeps a snapshot as a state with a name, and shows it. */
  readonly openBeside: (name: string, snapshot: Snapshot) => Promise<void>
  /** Shows another state. */
  readonly show: (name: string) => void
} {
  const { control, host, showSession } = useConnection()
  const { email, become } = useActor()
  const announce = useAnnounce()
  const queries = useQueryClient()

  /** Acts as somebody who is in the state that is shown. */
  const settle = async (shown: Control): Promise<void> => {
    const people = await shown.users()
    const [first] = people
    if (first && people.every((one) => one.email !== email)) become(first.email)
    await queries.invalidateQueries()
  }
  const restore = async (snapshot: Snapshot): Promise<void> => {
    await control.restore(snapshot, { otherPolicy: true })
    await settle(control)
  }
  const change = async (text: string, work: () => Promise<unknown>): Promise<void> => {
    const before = await control.snapshot()
    await work()
    await settle(control)
    const undo = (): void => {
      restore(before).then(
        () => announce('The state is as it was.'),
        (error: unknown) => announce(messageOf(error), { failed: true }),
      )
    }
    announce(text, { undo })
  }
  const show = (name: string): void => {
    showSession(name)
    void settle(host.control(name || undefined))
    announce(name === '' ? 'The main state is shown.' : `The state ${name} is shown.`)
  }
  return {
    change,
    replace: (snapshot, text) => change(text, () => restore(snapshot)),
    openBeside: async (name, snapshot) => {
      await control.states.create(name, { snapshot })
      show(name)
    },
    show,
  }
}
