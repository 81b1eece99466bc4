import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ClockState } from '../../../mocks/control-client/index.ts'
import { useConnection } from '../../mock/connection.tsx'
import { useClock } from '../../mock/control-queries.ts'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Button } from '../../parts/button.tsx'
import { Select, TextField } from '../../parts/field.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { Failure, Loading } from '../../parts/states.tsx'
import style from './faults.module.css'

const steps = ['1 hour', '1 day', '3 days'] as const

/** The clock of the mock: what moves it, and ways to move it. */
export function Clock(): ReactNode {
  const { control } = useConnection()
  const { data: clock, error } = useClock()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [duration, setDuration] = useState('')
  const [instant, setInstant] = useState('')
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})

  const move = async (field: string, work: () => Promise<ClockState>): Promise<void> => {
    try {
      const before = await control.snapshot()
      const { now, pace } = await work()
      setProblems({})
      await queries.invalidateQueries()
      announce(`It is ${timeText(now)} now, and ${paces[pace].toLowerCase()}.`, {
        undo: () => {
          control.restore(before).then(
            () => queries.invalidateQueries(),
            (thrown: unknown) => announce(messageOf(thrown), { failed: true }),
          )
        },
      })
    } catch (thrown) {
      setProblems({ [field]: messageOf(thrown) })
    }
  }
  if (error) return <Failure error={error} />
  if (!clock) return <Loading what="the clock" />
  return (
    <section className={style.part} aria-labelledby="clock">
      <h2 id="clock">Clock</h2>
      <p className={style.now}>
        <time dateTime={clock.now}>{timeText(clock.now)}</time>
      </p>
      <Select
        label="What moves it"
        value={clock.pace}
        error={problems.pace}
        onChange={({ target: { value } }) =>
          void move('pace', () => {
            if (value === 'real') return control.clock.run()
            return value === 'frozen' ? control.clock.freeze() : control.clock.followChanges()
          })
        }
      >
        {Object.entries(paces).map(([pace, text]) => (
          <option key={pace} value={pace}>
            {text}
          </option>
        ))}
      </Select>
      <p className={style.steps}>
        {steps.map((step) => (
          <Button
            key={step}
            onClick={() => void move('duration', () => control.clock.advance(step))}
          >
            Advance {step}
          </Button>
        ))}
      </p>
      <form
        className={style.line}
        onSubmit={(event) => {
          event.preventDefault()
          void move('duration', () => control.clock.advance(duration))
        }}
      >
        <TextField
          label="Another duration"
          hint="Such as 90 seconds, or 2 weeks"
          value={duration}
          error={problems.duration}
          onChange={({ target }) => setDuration(target.value)}
        />
        <Button type="submit">Advance</Button>
      </form>
      <form
        className={style.line}
        onSubmit={(event) => {
          event.preventDefault()
          void move('instant', () => control.clock.set(instant))
        }}
      >
        <TextField
          label="Set the time"
          hint="ISO 8601, such as 2026-02-01T09:00:00Z"
          value={instant}
          error={problems.instant}
          onChange={({ target }) => setInstant(target.value)}
        />
        <Button type="submit">Set</Button>
      </form>
      <p className={style.soft}>
        Invitations and tokens that have an end expire as the clock passes it.
      </p>
    </section>
  )
}

const paces: Readonly<Record<ClockState['pace'], string>> = {
  change: 'It moves a second with each change',
  real: 'It runs with real time',
  frozen: 'It stands still',
}

const timeText = (now: string): string => now.slice(0, 19).replace('T', ' ')
