import { type Pace, Pacemaker } from './pace.ts'

/** Reads and sets a time, in milliseconds since 1970. */
interface Time {
  readonly get: () => number
  readonly set: (now: number) => void
}

/** The clock of a store. A call has one time from its begin to its end. */
export class StoreClock {
  readonly #time: Time
  readonly #pacemaker: Pacemaker
  #shown: { readonly now: number; readonly text: string } | undefined

  /** @param original - The clock whose pace it goes on with. */
  constructor(time: Time, original?: StoreClock) {
    this.#time = time
    this.#pacemaker = original ? original.#pacemaker.copy() : new Pacemaker()
  }

  /** The time of the current call, ISO 8601. */
  get now(): string {
    const now = this.#time.get()
    if (this.#shown?.now !== now) this.#shown = { now, text: new Date(now).toISOString() }
    return this.#shown.text
  }

  /** The time that it shows between two calls, ISO 8601. */
  get betweenCalls(): string {
    return new Date(this.#pacemaker.between(this.#time.get())).toISOString()
  }

  get pace(): Pace {
    return this.#pacemaker.pace
  }

  /** Advances the time for a change. */
  tick(): void {
    this.#set(this.#pacemaker.afterChange(this.#time.get()))
  }

  /** Moves a running clock to the present. */
  keepPace(): void {
    this.#set(this.#pacemaker.between(this.#time.get()))
  }

  /** Sets the time, in milliseconds since 1970. */
  setTime(now: number): void {
    this.#set(now)
    this.#pacemaker.start(now)
  }

  /** Chooses what moves the clock from now on. */
  setPace(pace: Pace): void {
    this.keepPace()
    this.#pacemaker.pace = pace
    this.#pacemaker.start(this.#time.get())
  }

  /** Goes on at a pace from a time that it showed between two calls. */
  resume(pace: Pace, shown: number): void {
    this.#pacemaker.pace = pace
    this.#pacemaker.start(shown)
  }

  #set(now: number): void {
    if (now !== this.#time.get()) this.#time.set(now)
  }
}
