import { useQueryClient } from '@tanstack/react-query'
import { useActor } from '../mock/actor.tsx'
import { useConnection } from '../mock/connection.tsx'
import { useAnnounce } from '../parts/announcer.tsx'
import { messageOf } from '../parts/message-of.ts'

/** Something that can be done from every view. */
export interface Action {
  readonly name: string
  readonly run: () => void | Promise<void>
}

/** Returns what can be done from every view, for the palette and the keys. */
export function useActions(): readonly Action[] {
  const { control } = useConnection()
  const { before, goBack } = useActor()
  const announce = useAnnounce()
  const queries = useQueryClient()

  const doing = (name: string, work: () => Promise<string>): Action => ({
    name,
    run: async () => {
      try {
        announce(await work())
        await queries.invalidateQueries()
      } catch (error) {
        announce(messageOf(error), { failed: true })
      }
    },
  })

  return [
    doing('Undo the last change', async () => {
      const undone = await control.undo()
      return undone === undefined
        ? 'Nothing to undo.'
        : `Undone: ${undone.operation ?? 'a change'}${undone.actor === undefined ? '' : ` by ${undone.actor}`}.`
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
