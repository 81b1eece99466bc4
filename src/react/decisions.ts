import { hint, isPlain } from '../core/base/check.ts'
import { isRecord } from '../core/base/kind-of.ts'
import { faultOf } from '../core/send/to-json.ts'
import { RolecallError } from '../core/base/rolecall-error.ts'
import type { Decision } from '../generated/models.ts'
import { type OperationId, operations } from '../generated/operations.ts'

/** What is known of a question. */
export type CanState = (
  | { status: 'loading'; allowed: false; decision: undefined; error: undefined }
  | { status: 'allowed'; allowed: true; decision: Decision; error: undefined }
  | { status: 'denied'; allowed: false; decision: Decision; error: undefined }
  /** Neither yes nor no: `error` is what `client.can` threw, such as a ConnectionError. */
  | { status: 'failed'; allowed: false; decision: undefined; error: unknown }
) & {
  /** Whether an answer is on its way: the first, or a newer one. */
  asking: boolean
}

/** A call that somebody may ask about: its operation and arguments. */
export interface Question {
  readonly operation: OperationId
  readonly args: readonly unknown[]
}

/** Asks, as `client.can` does. */
export type Ask = (operation: OperationId, ...args: readonly unknown[]) => Promise<Decision>

/** The answers to all questions that are on the screen. */
export interface Decisions {
  /** What is known of a question, by its key. The same object until that changes. */
  get(key: string): CanState
  /** Keeps the answer to a question at hand, asking where it isn't, until what it returns is called. */
  watch(key: string, question: Question, listener: () => void): () => void
  /** Asks everything that is watched again; what is known stays until the answers are there. */
  refresh(): void
}

export const loading: CanState = Object.freeze({
  status: 'loading',
  allowed: false,
  decision: undefined,
  error: undefined,
  asking: true,
})

interface Entry {
  readonly question: Question
  readonly listeners: Set<() => void>
  state: CanState
  /** Of the latest request: an answer to an earlier one comes too late. */
  request: AbortController
}

/** Keeps one answer for each question, however many ask it, for as long as anybody does. */
export function createDecisions(ask: Ask): Decisions {
  const entries = new Map<string, Entry>()

  async function fetchAnswer(entry: Entry): Promise<void> {
    const request = new AbortController()
    entry.request.abort()
    entry.request = request
    const state = await answerTo(ask, entry.question, request.signal)
    if (!request.signal.aborted) tell(entry, state)
  }

  return {
    get: (key) => entries.get(key)?.state ?? loading,

    watch(key, question, listener) {
      let entry = entries.get(key)
      if (!entry) {
        const request = new AbortController()
        entry = { question, listeners: new Set(), state: loading, request }
        entries.set(key, entry)
        void fetchAnswer(entry)
      }
      const { listeners } = entry
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        // Who moves a component, or mounts it twice as StrictMode does, is back before this runs.
        queueMicrotask(() => {
          if (listeners.size > 0 || entries.get(key)?.listeners !== listeners) return
          entries.get(key)?.request.abort()
          entries.delete(key)
        })
      }
    },

    refresh() {
      for (const entry of entries.values()) {
        tell(entry, { ...entry.state, asking: true })
        void fetchAnswer(entry)
      }
    },
  }
}

function tell(entry: Entry, state: CanState): void {
  entry.state = state
  for (const listener of [...entry.listeners]) listener()
}

async function answerTo(
  ask: Ask,
  { operation, args }: Question,
  signal: AbortSignal,
): Promise<CanState> {
  const count = countOf(operation)
  const given = Array.from({ length: count }, (_, index) => args[index])
  const [options = {}, ...more] = args.slice(count)
  // What is wrong with the options is left to `client.can`, which tells it.
  const last = isPlain(options) ? { ...options, signal } : options
  try {
    const decision = await ask(operation, ...given, last, ...more)
    // A client of somebody's own may answer anything.
    const { allowed }: { readonly allowed: unknown } = decision
    return allowed === true
      ? { status: 'allowed', allowed: true, decision, error: undefined, asking: false }
      : { status: 'denied', allowed: false, decision, error: undefined, asking: false }
  } catch (error) {
    return { status: 'failed', allowed: false, decision: undefined, error, asking: false }
  }
}

/** How many arguments the method takes before options. */
function countOf(operation: OperationId): number {
  const known = Object.hasOwn(operations, operation)
  if (!known)
    throw new RolecallError(`There is no operation ${hint(operation, Object.keys(operations))}`)
  const { parameters, input } = operations[operation]
  return parameters.length + (input ? 1 : 0)
}

/** The same text for the same question, whatever the order that its objects' keys were written in. */
export function keyOf({ operation, args }: Question): string {
  // JSON would take NaN for null, and give it the answer to that. The question itself will fail.
  const fault = faultOf(operation, args.slice(0, countOf(operation)))
  if (fault) return fault
  return JSON.stringify([operation, ...args], (_, value: unknown) =>
    isRecord(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
