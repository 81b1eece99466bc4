import { refuse, type Refused } from '../message/refusal.ts'
import { brief } from '../shared/brief.ts'

/** The most states that are kept by name. */
const most = 100

/** 1 to 100 characters that need no escape in a path. */
const pattern = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,99}$/

/** The refusal of a name that no state can have. */
export function refuseName(name: string): Refused | undefined {
  if (pattern.test(name)) return undefined
  return refuse(
    400,
    'invalid_request',
    `X-Mock-Session must be 1 to 100 letters, digits, "-", "_", "." or "~", and not begin with "."; it is "${brief(name)}".`,
  )
}

/** The states that requests choose by the header `X-Mock-Session`, the longest unused first. */
export class NamedStates<State> {
  readonly #states = new Map<string, State>()
  readonly #make: () => State

  /** @param make - Makes the state of a new name. */
  constructor(make: () => State) {
    this.#make = make
  }

  /** The state of a name, made at its first use. `dropped` names the one that had to go for it. */
  open(name: string): { readonly state: State; readonly dropped?: string } {
    const known = this.#states.get(name)
    if (known === undefined) return this.put(name, this.#make())
    // Moved to the end: the order is that of the last use.
    this.#states.delete(name)
    this.#states.set(name, known)
    return { state: known }
  }

  /** Sets the state of a name, in place of a former one. */
  put(name: string, state: State): { readonly state: State; readonly dropped?: string } {
    this.#states.delete(name)
    this.#states.set(name, state)
    const [oldest] = this.#states.size > most ? this.#states.keys() : []
    if (oldest === undefined) return { state }
    this.#states.delete(oldest)
    return { state, dropped: oldest }
  }

  get(name: string): State | undefined {
    return this.#states.get(name)
  }

  delete(name: string): boolean {
    return this.#states.delete(name)
  }

  /** The names and states, in order of the names. */
  entries(): [name: string, state: State][] {
    return [...this.#states].toSorted(([one], [other]) => (one < other ? -1 : 1))
  }
}
