import { hint, isPlain } from '../core/base/check.ts'
import { isRecord } from '../core/base/kind-of.ts'
import { faultOf } from '../core/send/to-json.ts'
import { RolecallError } from '../core/base/rolecall-error.ts'
import type { Decision } from '../generated/models.ts'
import { type OperationId, operations } from '../generated/operations.ts'

/** The state of a question. */
export type CanState = (
  | { status: 'loading'; allowed: false; decision: undefined; error: undefined }
  | { status: 'allowed'; allowed: true; decision: Decision; error: undefined }
  | { status: 'denied'; allowed: false; decision: Decision; error: undefined }
  /** Neither yes nor no: `error` is the error of `client.can`, such as a ConnectionError. */
  | { status: 'failed'; allowed: false; decision: undefined; error: unknown }
) & {
  /** Whether a request is pending: for the first answer, or for a newer one. */
  asking: boolean
}

/** A call to ask about: its operation and arguments. */
export interface Question {
  readonly operation: string
  readonly args: readonly unknown[]
}

/** Asks, as `client.can` does. */
export type Ask = (operation: string, ...args: readonly unknown[]) => Promise<Decision>

/** The answers to all questions on the screen. */
export interface Decisions {
  /** The state of a question, by its key. The same object until the state changes. */
  get(key: string): CanState
  /** Asks a question, if nobody else has, and keeps its answer. Returns a function that lets go of it. */
  watch(key: string, question: Question, listener: () => void): () => void
  /** Asks all watched questions again. Old answers stay until new ones arrive. */
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
  /** The latest request. Answers to earlier ones are ignored. */
  request: AbortController
}

/** Keeps one answer for each question while any component asks it. */
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
        // A component that moves, or that StrictMode mounts twice, watches again before this runs.
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
  // `client.can` reports faults of the options.
  const last = isPlain(options) ? { ...options, signal } : options
  try {
    const decision = await ask(operation, ...given, last, ...more)
    // A client of another make may answer anything.
    const { allowed }: { readonly allowed: unknown } = decision
    return allowed === true
      ? { status: 'allowed', allowed: true, decision, error: undefined, asking: false }
      : { status: 'denied', allowed: false, decision, error: undefined, asking: false }
  } catch (error) {
    return { status: 'failed', allowed: false, decision: undefined, error, asking: false }
  }
}

/** The number of the method's arguments before its options. */
function countOf(operation: string): number {
  if (!isOperation(operation))
    throw new RolecallError(`There is no operation ${hint(operation, Object.keys(operations))}`)
  const { parameters, input } = operations[operation]
  return parameters.length + (input ? 1 : 0)
}

const isOperation = (name: string): name is OperationId => Object.hasOwn(operations, name)

/** Equal for equal questions, whatever the order of their objects' keys. */
export function keyOf({ operation, args }: Question): string {
  // JSON turns NaN into null, and the two would share an answer. The question itself will fail.
  const fault = faultOf(operation, args.slice(0, countOf(operation)))
  if (fault) return fault
  return JSON.stringify([operation, ...args], (_, value: unknown) =>
    isRecord(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
