import type { HistoryEntry, LoggedRequest } from '../../../mocks/control-client/index.ts'

/** A change of the history in words for people. */
export interface Change {
  readonly id: string
  readonly at: string
  readonly actor: string
  /** The operation. */
  readonly what: string
  /** What it was about, as far as the log still tells. */
  readonly about: string
}

/** A place on the way back: after a change, or before all of them. */
export interface Place {
  /** The change; undefined for the place before all of them. */
  readonly change?: Change
  /** The changes after it, newest first: going back takes them. */
  readonly later: readonly Change[]
}

/** The changes of a history, newest first. */
export function changesOf(
  history: readonly HistoryEntry[],
  requests: readonly LoggedRequest[],
): readonly Change[] {
  const byId = new Map(requests.map((request) => [request.id, request]))
  return history.toReversed().map(({ id, at, operation, actor = 'nobody' }) => ({
    id,
    at,
    actor,
    what: names[operation] ?? operation,
    about: aboutOf(byId.get(id)),
  }))
}

/** Changes that are no operations. */
const names: Readonly<Record<string, string>> = { signUp: 'sign-up', seed: 'added by a seed' }

function aboutOf(request: LoggedRequest | undefined): string {
  const args: readonly unknown[] = request?.args ?? []
  return args
    .flatMap((arg) => {
      if (typeof arg === 'string') return [arg]
      if (typeof arg !== 'object' || arg === null) return []
      const { key, name, email }: { key?: unknown; name?: unknown; email?: unknown } = arg
      return [key ?? email ?? name].filter((value) => typeof value === 'string')
    })
    .slice(0, 2)
    .join(', ')
}

/** The time of a change, without what says nothing. */
export const timeText = (at: string): string => at.slice(0, 19).replace('T', ' ')

/** A place in words, for a button or a heading. */
export const placeText = ({ change }: Place): string =>
  change ? `${change.what} of ${timeText(change.at)}` : 'before all of these changes'
