import type { LoggedRequest } from '../../../mocks/control-client/index.ts'
import { type Filter, matches } from './filter.ts'
import { type Seen, seen } from './seen.ts'

/** A line of the log: a request, or several questions of one person in a row. */
export type Line =
  | { readonly key: string; readonly seen: Seen; readonly group?: undefined }
  | {
      readonly key: string
      readonly group: readonly Seen[]
      readonly isOpen: boolean
    }

/** So many questions in a row become one line. */
const fewest = 3

/**
 * The lines of the log. A screen asks many questions at once: those of one person in a row are one line until it
 * is opened.
 */
export function linesOf(
  requests: readonly LoggedRequest[],
  filter: Filter,
  open: ReadonlySet<string>,
): readonly Line[] {
  const lines: Line[] = []
  let run: Seen[] = []
  const end = (): void => {
    const [first] = run
    if (first === undefined) return
    const { id } = first.request
    const isGroup = run.length >= fewest
    const isOpen = !isGroup || open.has(id)
    if (isGroup) lines.push({ key: `group ${id}`, group: run, isOpen })
    if (isOpen) for (const one of run) lines.push({ key: one.request.id, seen: one })
    run = []
  }
  for (const request of requests) {
    const one = seen(request)
    if (!matches(filter, one)) continue
    if (one.kind !== 'question' || run[0]?.request.actor !== request.actor) end()
    if (one.kind === 'question') run.push(one)
    else lines.push({ key: request.id, seen: one })
  }
  end()
  return lines
}
