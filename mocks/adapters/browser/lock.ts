/** The work that waits for each lock, where the browser has no locks: pages of insecure origins. */
const waiting = new Map<string, Promise<unknown>>()

/**
 * Runs the work while no other tab of this origin runs work under the same name. Where the browser has no
 * locks, only this page waits; transactions of the database keep the tabs apart.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks
  if (locks !== undefined) return locks.request(name, work)
  const turn = (waiting.get(name) ?? Promise.resolve()).then(work)
  waiting.set(
    name,
    turn.catch(() => {}),
  )
  return turn
}
