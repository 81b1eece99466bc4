/** Splits a request's target into the path and the query, neither decoded. */
export function splitTarget(target: string): { path: string; query: string } {
  const local = target.startsWith('/') ? target : withoutOrigin(target)
  const mark = local.indexOf('?')
  return mark === -1
    ? { path: local, query: '' }
    : { path: local.slice(0, mark), query: local.slice(mark + 1) }
}

/** The path and query of an absolute URL, which clients of a proxy send. */
function withoutOrigin(target: string): string {
  if (!URL.canParse(target)) return target
  const { pathname, search } = new URL(target)
  return `${pathname}${search}`
}
