import { type Identity, nameOf } from '../stored/identity.ts'
import type { StateChange } from '../../snapshot/state-change.ts'
import { isRecord } from '../../../src/core/base/kind-of.ts'
import { allOf, entries, inTransaction, openDatabase, states } from './database.ts'

/** Whether a change takes the place of all that came before it. */
export const isWhole = ({ snapshot }: StateChange): boolean => snapshot !== undefined

/** The entries of one state, shared by all tabs. */
export interface Journal {
  /** The identity of the state that was used before, if this one is new. */
  readonly former: Identity | undefined
  /**
   * Reads the entries after a number, gives them to the work, and appends what it returns, as one step
   * that no other tab's can come between. Resolves with the number of the last entry once it is stored.
   */
  turn(
    after: number,
    work: (newer: readonly StateChange[]) => readonly StateChange[],
  ): Promise<number>
  /** Moves all entries to another name, which it resolves with. */
  setAside(): Promise<string>
  close(): void
}

/** States beyond this number are deleted, the longest unused first. */
const mostStates = 10

/** Opens the journal of a state. Makes an empty one if it is new. */
export async function openJournal(databaseName: string, identity: Identity): Promise<Journal> {
  const database = await openDatabase(databaseName)
  const state = nameOf(identity)
  const former = await register(database, identity)
  return {
    former,
    turn: (after, work) =>
      inTransaction(database, [entries], (transaction) =>
        turn(transaction.objectStore(entries), { state, after }, work),
      ),
    setAside: () => setAside(database, identity),
    close: () => database.close(),
  }
}

function setAside(database: IDBDatabase, identity: Identity): Promise<string> {
  const own = nameOf(identity)
  const name = `${own} until ${new Date().toISOString()}`
  return inTransaction(database, [states, entries], async (transaction) => {
    const store = transaction.objectStore(entries)
    const all = IDBKeyRange.bound([own], [own, Infinity])
    for (const one of (await allOf(store, all)).filter(isStored)) store.put(one, [name, one.number])
    store.delete(all)
    transaction.objectStore(states).put({ name, identity, usedAt: 0 } satisfies StoredState)
    return name
  })
}

async function turn(
  store: IDBObjectStore,
  { state, after }: { readonly state: string; readonly after: number },
  work: Parameters<Journal['turn']>[1],
): Promise<number> {
  const range = IDBKeyRange.bound([state, after], [state, Infinity], true)
  const stored = (await allOf(store, range)).filter(isStored)
  const last = stored.at(-1)?.number ?? after
  const added = work(stored.map(({ entry }) => entry))
  for (const [index, entry] of added.entries()) {
    const number = last + index + 1
    store.add({ number, entry } satisfies StoredEntry, [state, number])
  }
  const wholeAt = added.findLastIndex(isWhole)
  if (wholeAt !== -1)
    store.delete(IDBKeyRange.bound([state], [state, last + wholeAt + 1], false, true))
  return last + added.length
}

interface StoredEntry {
  /** Counts the entries of a state, from 1. */
  readonly number: number
  readonly entry: StateChange
}

const isStored = (value: unknown): value is StoredEntry => isRecord(value) && 'entry' in value

interface StoredState {
  readonly name: string
  readonly identity: Identity
  /** Milliseconds since 1970. */
  readonly usedAt: number
}

const isState = (value: unknown): value is StoredState => isRecord(value) && 'identity' in value

/** Notes that the state is used. Returns the identity of the one used before, if the state is new. */
function register(database: IDBDatabase, identity: Identity): Promise<Identity | undefined> {
  const own = { name: nameOf(identity), identity, usedAt: Date.now() } satisfies StoredState
  return inTransaction(database, [states, entries], async (transaction) => {
    const store = transaction.objectStore(states)
    const known = (await allOf(store)).filter(isState)
    const others = known
      .filter(({ name }) => name !== own.name)
      .toSorted((a, b) => b.usedAt - a.usedAt)
    store.put(own)
    for (const { name } of others.slice(mostStates - 1)) {
      store.delete(name)
      transaction.objectStore(entries).delete(IDBKeyRange.bound([name], [name, Infinity]))
    }
    return others.length === known.length ? others[0]?.identity : undefined
  })
}
