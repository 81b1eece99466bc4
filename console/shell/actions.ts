import { useQueryClient } from '@tanstack/react-query'
import type { HistoryEntry } from '../../mocks/control-client/index.ts'
import { useActor } from '../mock/actor.tsx'
import { useConnection } from '../mock/connection.tsx'
import { useAnnounce } from '../parts/announcer.tsx'
import { messageOf } from '../parts/message-of.ts'

/** Something that can be done from every view. */
export interface Action {
  readonly name: string
  readonly run: () => void | Promise<void>
}

/** What was not done yet, since it may be somebody else's. */
interface Question {
  readonly text: string
  readonly undo: () => Promise<string>
}

const changeText = ({ operation, actor }: HistoryEntry): string =>
  actor === undefined ? operation : `${operation} by ${actor}`

/** Returns what can be done from every view, for the palette and the keys. */
export function useActions(): readonly Action[] {
  const { control, made } = useConnection()
  const { before, goBack } = useActor()
  const announce = useAnnounce()
  const queries = useQueryClient()

  const doing = (name: string, work: () => Promise<string | Question>): Action => ({
    name,
    run: async () => {
      try {
        const said = await work()
        if (typeof said === 'string') announce(said)
        else announce(said.text, { undo: () => void doing(name, said.undo).run() })
        await queries.invalidateQueries()
      } catch (error) {
        announce(messageOf(error), { failed: true })
      }
    },
  })

  const undo = async (): Promise<string> => {
    const undone = await control.undo()
    return undone === undefined ? 'Nothing to undo.' : `Undone: ${changeText(undone)}.`
  }

  return [
    doing('Undo the last change', async () => {
      const last = (await control.history()).at(-1)
      if (last === undefined) return 'Nothing to undo.'
      if (made.has(last.id)) return undo()
      return { text: `The last change was made elsewhere: ${changeText(last)}.`, undo }
    }),
    doing('Reset the mock', async () => {
      await control.reset()
      return 'The mock is as it started.'
    }),
    doing('Clear all faults', async () => {
      await control.faults.clear()
      return 'No faults any more.'
    }),
    ...(before.length > 0 ? [{ name: 'Act as the person before', run: goBack }] : []),
  ]
}
