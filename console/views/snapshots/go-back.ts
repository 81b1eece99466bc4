import type { Control } from '../../../mocks/control-client/index.ts'
import type { Place } from './history-words.ts'

/** Takes a state back to a place of its history. */
export async function goBackTo(control: Control, { change, later }: Place): Promise<void> {
  const oldest = later.at(-1)
  if (change) await control.rewind(change.id)
  else if (oldest) {
    await control.rewind(oldest.id)
    await control.undo()
  }
}
