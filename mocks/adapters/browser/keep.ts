import type { Mock } from '../../mock/mock.ts'
import { isError } from '../../../src/core/base/kind-of.ts'
import { identityOf, misfit, nameOf } from '../stored/identity.ts'
import type { StateChange } from '../../snapshot/state-change.ts'
import { type Journal, openJournal } from './journal.ts'
import { type Persisted, persisted } from './persisted.ts'
import { recorded } from './recorded.ts'

/** A state that is not stored. */
export const inMemory: Persisted = { run: async (work) => work(), stop: () => {} }

/** Keeps the state of a mock in IndexedDB under a name. If that fails, warns and keeps it in memory. */
export async function keep(mock: Mock, name: string): Promise<Persisted> {
  const identity = identityOf(mock)
  const database = `rolecall ${name}`
  const giveUp = (cause: unknown) => warn(`${notStored} ${reasonOf(cause)}`)
  try {
    const journal = await openJournal(database, identity)
    const why = journal.former && misfit(journal.former, identity)
    if (why !== undefined)
      warn(`The stored state is set aside, and the scenario starts anew: ${why}`)
    await checkStored(mock, journal, database)
    const lock = `${database} ${nameOf(identity)}`
    const state = persisted(recorded(mock), journal, { name: lock, giveUp })
    await state.run(() => {})
    return state
  } catch (cause) {
    giveUp(cause)
    return inMemory
  }
}

/** Tries the stored state on a fork. One that can't be read is set aside. */
async function checkStored(mock: Mock, journal: Journal, database: string): Promise<void> {
  const stored: StateChange[] = []
  await journal.turn(0, (all) => {
    stored.push(...all)
    return []
  })
  try {
    const trial = recorded(mock.fork())
    for (const change of stored) trial.apply(change)
  } catch (cause) {
    const name = await journal.setAside()
    warn(
      `The stored state is set aside, and the scenario starts anew: ${textOf(cause)} It is in the IndexedDB database "${database}", as "${name}".`,
    )
  }
}

const notStored =
  "The mock's state is in memory alone: it ends with this page, and other tabs don't see it."

const reasonOf = (cause: unknown): string => `IndexedDB can't be used: ${textOf(cause)}`

const textOf = (cause: unknown): string => (isError(cause) ? cause.message : String(cause))

// oxlint-disable-next-line no-console -- The page has no other place for it.
const warn = (text: string): void => console.warn(`[rolecall] ${text}`)
