import type { StateChange } from '../../snapshot/state-change.ts'
import { isWhole, type Journal } from './journal.ts'
import { exclusively } from './lock.ts'

/** The parts of a mock that its stored copy needs. */
export interface Recorded {
  /** Calls the listener with each change of the state, until it is told to stop. */
  follow(listener: (change: StateChange) => void): () => void
  apply(change: StateChange): void
  /** The whole state, as a change. */
  whole(): StateChange
}

/** A state that is stored, and shared with other tabs. */
export interface Persisted {
  /** Runs the work on the newest state, and resolves with its result once what it changed is stored. */
  run<T>(work: () => T): Promise<T>
  /** Stores nothing more. */
  stop(): void
}

/** A whole state takes the place of this many changes. */
const mostChanges = 500

/**
 * Keeps the state of a mock in a journal. Each run reads what other tabs have appended, works, and appends
 * its own changes; one tab at a time. Changes made outside of a run are stored soon after.
 *
 * @param name - Of the lock and the channel that tabs with the same state share.
 * @param giveUp - Called once if the journal fails. The state stays in memory from then on.
 */
export function persisted(
  mock: Recorded,
  open: Journal,
  { name, giveUp }: { readonly name: string; readonly giveUp: (cause: unknown) => void },
): Persisted {
  let journal: Journal | undefined = open
  /** The number of the last entry that the mock knows, and how many changes there are since a whole state. */
  let last = 0
  let changes = 0
  /** Changes that are not stored yet. */
  let waiting: StateChange[] = []
  let doing: 'nothing' | 'work' | 'catching up' = 'nothing'
  const channel = new BroadcastChannel(name)

  const unfollow = mock.follow((change) => {
    if (doing === 'catching up') return
    waiting.push(change)
    if (doing === 'nothing' && waiting.length === 1) void run(() => {})
  })

  function catchUp(newer: readonly StateChange[]): void {
    doing = 'catching up'
    for (const change of newer) mock.apply(change)
    changes += newer.length - newer.findLastIndex(isWhole) - 1
    // Other tabs were first.
    if (newer.length > 0) for (const change of waiting) mock.apply(change)
  }

  function toAppend(): readonly StateChange[] {
    const added = waiting
    waiting = []
    changes += added.length
    if (changes < mostChanges) return added
    changes = 0
    return [mock.whole()]
  }

  async function run<T>(work: () => T): Promise<T> {
    const outcomes: Outcome<T>[] = []
    await exclusively(name, async () => {
      if (journal === undefined) return
      try {
        const before = last
        last = await journal.turn(last, (newer) => {
          catchUp(newer)
          doing = 'work'
          outcomes.push(outcomeOf(work))
          doing = 'nothing'
          return toAppend()
        })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A channel has no target.
        if (last > before) channel.postMessage(last)
      } catch (cause) {
        stop()
        giveUp(cause)
      }
    })
    const [outcome = outcomeOf(work)] = outcomes
    if ('error' in outcome) throw outcome.error
    return outcome.result
  }

  function stop(): void {
    doing = 'nothing'
    unfollow()
    channel.close()
    journal?.close()
    journal = undefined
  }

  channel.addEventListener('message', ({ data }) => {
    if (Number(data) > last) void run(() => {})
  })
  return { run, stop }
}

type Outcome<T> = { readonly result: T } | { readonly error: unknown }

/** The result of the work, or its error: changes made before an error count too. */
function outcomeOf<T>(work: () => T): Outcome<T> {
  try {
    return { result: work() }
  } catch (error) {
    return { error }
  }
}
