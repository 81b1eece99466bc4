import { digest } from '../store/hash.ts'

/**
 * Who is signed in. A token stands for an e-mail address, and is the same whenever that person signs
 * in, so that a client outlives a reset of the mock.
 */
export class Sessions {
  readonly #seed: string
  readonly #people = new Map<string, string>()

  constructor(seed: string) {
    this.#seed = seed
  }

  open(email: string): string {
    const token = `rct_${digest(`${this.#seed}/session/${email}`, 24)}`
    this.#people.set(token, email)
    return token
  }

  /** Whose token it is. */
  person(token: string): string | undefined {
    return this.#people.get(token)
  }
}
