import { refuse } from '../../message/refusal.ts'
import type { ControlledClock } from '../controls.ts'
import { type ControlOutput, done, type Routes } from '../operation.ts'

type Time = 'reset' | 'listHistory' | 'undo' | 'rewind' | 'getClock' | 'changeClock'

/** The way back, and the clock. */
export const time: Routes<Time> = {
  reset({ mock }) {
    mock.reset()
    return done
  },
  listHistory: ({ mock }) => ({ json: { data: mock.history } }),
  undo({ mock }) {
    const undone = mock.undo()
    return { json: undone === undefined ? {} : { undone } }
  },
  rewind({ mock }, { id }) {
    mock.rewind(id)
    return done
  },
  getClock: ({ mock }) => ({ json: read(mock.clock) }),
  changeClock({ mock: { clock } }, { set, advance, pace }) {
    if (set !== undefined && advance !== undefined) {
      return refuse(422, 'validation_failed', 'The body must have set or advance, not both.')
    }
    if (set !== undefined) clock.set(set)
    if (advance !== undefined) clock.advance(advance)
    if (pace === 'frozen') clock.freeze()
    if (pace === 'real') clock.run()
    if (pace === 'change') clock.followChanges()
    return { json: read(clock) }
  },
}

const read = ({ now, pace }: ControlledClock): ControlOutput<'getClock'> => ({ now, pace })
