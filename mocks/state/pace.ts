/** What moves the clock: each change, real time, or nothing. */
export type Pace = 'change' | 'real' | 'frozen'

export const paces: readonly Pace[] = ['change', 'real', 'frozen']

const second = 1000

/** The last time that ISO 8601 writes with four digits for the year. */
const latest = Date.parse('9999-12-31T23:59:59.999Z')

const within = (time: number): number => Math.min(Math.max(time, 0), latest)

/** Tells how the clock of a store moves on from a time. All times are milliseconds since 1970. */
export class Pacemaker {
  pace: Pace
  /** How far the clock is ahead of real time while it runs. */
  #ahead: number

  constructor(pace: Pace = 'change', ahead = 0) {
    this.pace = pace
    this.#ahead = ahead
  }

  copy(): Pacemaker {
    return new Pacemaker(this.pace, this.#ahead)
  }

  /** Lets real time run on from a time of the clock. */
  start(now: number): void {
    this.#ahead = now - Date.now()
  }

  /** The time between two calls. */
  between(now: number): number {
    return this.pace === 'real' ? within(Date.now() + this.#ahead) : now
  }

  /** The time of the next change. */
  afterChange(now: number): number {
    return this.pace === 'change' ? within(now + second) : now
  }
}
