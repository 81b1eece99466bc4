import type { Origin } from './vocabulary.ts'

/** The vendor’s own words, exactly. */
export interface Quote {
  text: string
  /** The cells of a row of a table, by column. `text` is then the row’s name. */
  row?: Readonly<Record<string, string>>
  /** Where it stands in the documentation, such as `Team permissions`. */
  section?: string
  /** The address of the page. */
  url?: string
}

/** What a policy says of one rule id, whatever asks or refuses by it. */
export interface RulebookEntry {
  /** The rule in one sentence. */
  text: string
  origin: Origin
  /** The passages that it states, or interprets. */
  quotes?: readonly Quote[]
  /** Operations and actions that it concerns, beside those whose rules, guards or effects name it. */
  on?: readonly string[]
}
