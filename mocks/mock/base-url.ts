import { isAnswered } from '../control/find-route.ts'
import { route } from '../pipeline/router.ts'

/** Whether the mock answers a path: one of the API, or of the control document. */
export const isMocked = (method: string, path: string): boolean =>
  route(method, path) !== undefined || isAnswered(path)

/** The rest of a path below a prefix, with its slash; undefined if the path is not below it. */
export function pathBelow(prefix: string, path: string): string | undefined {
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined
}

/** Splits a path into any prefix, or none, and a path that the mock answers. */
export function splitPrefix(method: string, path: string): { prefix: string; path: string } {
  for (let at = 0; at !== -1; at = path.indexOf('/', at + 1)) {
    const rest = path.slice(at)
    if (isMocked(method, rest)) return { prefix: path.slice(0, at), path: rest }
  }
  return { prefix: '', path }
}
