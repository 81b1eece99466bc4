import type { Control, HistoryEntry } from '../../mocks/control-client/index.ts'
import { APIError, type Client, type RemedyCall } from '../../src/index.ts'

/** A call, and who makes it. */
export interface CallOf extends Pick<RemedyCall, 'operation' | 'args'> {
  /** An e-mail address. */
  readonly as: string
}

/** A call that was made, with the id of its request. */
export interface Made {
  readonly call: CallOf
  readonly id: string
}

/** How the calls of a remedy went. */
export interface Applied {
  readonly made: readonly Made[]
  /** The call that was refused; those after it were not made. */
  readonly failed?: { readonly call: CallOf; readonly error: unknown }
}

/** How the denied call went the second time. */
export interface Repeated {
  readonly id: string
  readonly allowed: boolean
  /** Why the call failed all the same. */
  readonly error?: unknown
}

/** Makes a client that acts as a person, whose requests have an id. */
export type ClientFor = (user: string, id: string) => Client

/** Makes calls in order, each as its person, until one is refused. */
export async function applyCalls(
  clientFor: ClientFor,
  calls: readonly CallOf[],
  onMade: (made: readonly Made[]) => void,
): Promise<Applied> {
  const made: Made[] = []
  for (const call of calls) {
    const id = `apply_${crypto.randomUUID()}`
    try {
      // Each is judged after the one before.
      // oxlint-disable-next-line no-await-in-loop
      await clientFor(call.as, id).call(call.operation, ...call.args)
    } catch (error) {
      return { made, failed: { call, error } }
    }
    made.push({ call, id })
    onMade([...made])
  }
  return { made }
}

/** Makes a denied call again. */
export async function repeatCall(
  clientFor: ClientFor,
  { as, operation, args }: CallOf,
  id: string,
): Promise<Repeated> {
  try {
    const answer: unknown = await clientFor(as, id).call(operation, ...args)
    return { id, allowed: !isNo(answer) }
  } catch (error) {
    const denied = error instanceof APIError && error.status === 403
    return { id, allowed: !denied, error }
  }
}

/** Whether the answer of a question is no. */
const isNo = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'decision' in answer && answer.decision === false

/**
 * The id of the next try of a call. It names the first: a link between them needs no memory, and outlives a
 * reload.
 */
export function idOfRepeat(first: string, taken: (id: string) => boolean): string {
  const base = firstTry(first) ?? first
  for (let n = 2; ; n += 1) if (!taken(`${base}~${n}`)) return `${base}~${n}`
}

/** The id of the call that a request repeats; undefined if it is none. */
export const firstTry = (id: string): string | undefined => /^(.+)~\d+$/.exec(id)?.[1]

/** The calls that would be taken back together with those of the ids, the newest last: those of others too. */
export async function toTakeBack(
  control: Control,
  ids: ReadonlySet<string>,
): Promise<readonly HistoryEntry[]> {
  const history = await control.history()
  const first = history.findIndex(({ id }) => ids.has(id))
  return first === -1 ? [] : history.slice(first)
}

/** Takes back the last calls of the history, from the first of these on. */
export async function takeBack(control: Control, entries: readonly HistoryEntry[]): Promise<void> {
  const [first] = entries
  if (first === undefined) return
  const history = await control.history()
  const at = history.findLastIndex(({ id }) => id === first.id)
  const before = history[at - 1]
  if (at === -1) throw new Error('These calls are no longer in the history of the mock.')
  if (before !== undefined) return control.rewind(before.id)
  for (const _ of history) {
    // oxlint-disable-next-line no-await-in-loop
    await control.undo()
  }
}
