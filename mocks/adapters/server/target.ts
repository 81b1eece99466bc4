/** A request's target in two: the path as it was sent, and what follows the question mark. */
export function splitTarget(target: string): { path: string; query: string } {
  const local = target.startsWith('/') ? target : withoutOrigin(target)
  const mark = local.indexOf('?')
  return mark === -1
    ? { path: local, query: '' }
    : { path: local.slice(0, mark), query: local.slice(mark + 1) }
}

/** Clients behind a proxy send the whole address. */
function withoutOrigin(target: string): string {
  if (!URL.canParse(target)) return target
  const { pathname, search } = new URL(target)
  return `${pathname}${search}`
}
