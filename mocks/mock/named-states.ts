import { refuse, type Refused } from '../message/refusal.ts'
import { brief } from '../shared/brief.ts'
import { isStateName, stateNames } from '../shared/state-name.ts'

/** The most states that are kept by name. */
const most = 100

/**
 * The refusal of a name that no state can have.
 *
 * @param place - The place of the name in the request.
 */
export function refuseName(name: string, place = 'X-Mock-Session'): Refused | undefined {
  if (isStateName(name)) return undefined
  return refuse(400, 'invalid_request', `${place} must be ${stateNames}; it is "${brief(name)}".`)
}

/** A state that can end. */
interface Ending {
  /** Ends what goes on as long as the state. */
  end(): void
}

/** A state with a name. */
export interface Named<State> {
  readonly name: string
  readonly state: State
  /** The time of its first use, in milliseconds, by the clock of the machine. */
  readonly createdAt: number
  /** The time of its last use. */
  readonly lastUsedAt: number
  /** Takes the name of the state that had to go for this one: the first time that it is asked. */
  takeDropped(): string | undefined
}

/** The states that requests choose by the header `X-Mock-Session`, the longest unused first. */
export class NamedStates<State extends Ending> {
  readonly #states = new Map<string, Named<State>>()
  /** Makes the state of a new name. */
  readonly make: () => State

  constructor(make: () => State) {
    this.make = make
  }

  /** Uses the state of a name. It is made at its first use. */
  open(name: string): Named<State> {
    const known = this.#states.get(name)
    if (known === undefined) return this.put(name, this.make())
    const used = { ...known, lastUsedAt: Date.now() }
    // Moved to the end: the order is that of the last use.
    this.#states.delete(name)
    this.#states.set(name, used)
    return used
  }

  /** Sets the state of a new name. At most 100 are kept. */
  put(name: string, state: State): Named<State> {
    const [oldest] = this.#states.size < most ? [] : this.#states.keys()
    if (oldest !== undefined) this.delete(oldest)
    let dropped = oldest
    const takeDropped = () => {
      const taken = dropped
      dropped = undefined
      return taken
    }
    const now = Date.now()
    const named = { name, state, createdAt: now, lastUsedAt: now, takeDropped }
    this.#states.set(name, named)
    return named
  }

  get(name: string): Named<State> | undefined {
    return this.#states.get(name)
  }

  delete(name: string): boolean {
    this.#states.get(name)?.state.end()
    return this.#states.delete(name)
  }

  clear(): void {
    for (const name of this.#states.keys()) this.delete(name)
  }

  /** All states, the one that was used last first. */
  all(): Named<State>[] {
    return [...this.#states.values()].toReversed()
  }
}
