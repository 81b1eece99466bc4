/** The store of the descriptions of states, by name. */
export const states = 'states'
/** The store of the entries of all states, by the state's name and the entry's number. */
export const entries = 'entries'

const version = 1

/** Opens the database, and makes it if it is new. Rejects where a page may not store anything. */
export async function openDatabase(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, version)
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore(states, { keyPath: 'name' })
    opening.result.createObjectStore(entries)
  })
  await answered(opening)
  const database = opening.result
  // Whoever deletes the database waits until every page has closed it.
  database.addEventListener('versionchange', () => database.close())
  return database
}

/** Resolves once the request is answered. Awaiting it keeps its transaction open. */
function answered(request: Pick<IDBRequest, 'addEventListener' | 'error'>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  request.addEventListener('success', () => resolve())
  request.addEventListener('error', () => reject(reasonOf(request.error)))
  return promise
}

/** The values of a range, in the order of their keys. */
export async function allOf(store: IDBObjectStore, range?: IDBKeyRange): Promise<unknown[]> {
  const request = store.getAll(range)
  await answered(request)
  return Array.from<unknown>(request.result)
}

/**
 * Runs the work in a transaction, and resolves once its changes are stored. The transactions of all tabs
 * run one after another. Nothing is stored if the work throws. The work may await nothing but requests of
 * its transaction.
 */
export async function inTransaction<T>(
  database: IDBDatabase,
  stores: readonly string[],
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction([...stores], 'readwrite')
  const { promise: stored, resolve, reject } = Promise.withResolvers<void>()
  transaction.addEventListener('complete', () => resolve())
  transaction.addEventListener('abort', () => reject(reasonOf(transaction.error)))
  const working = work(transaction).catch((error: unknown) => {
    reject(error)
    transaction.abort()
    throw error
  })
  const [result] = await Promise.all([working, stored])
  return result
}

const reasonOf = (error: DOMException | null): Error =>
  error ?? new Error('The transaction was aborted.')
