import { type ControlOperation, controlOperations } from '../generated/control/operations.ts'
import { decode } from '../pipeline/router.ts'
import { brief } from '../shared/brief.ts'
import { didYouMean } from '../shared/nearest.ts'
import { refuse, type Refused } from '../message/refusal.ts'

/** The paths that control the mock begin with this. */
const prefix = '/__mock'

/** The API's own document is answered beside the API. Any page that may call the API may read it. */
const apiDocument = controlOperations.getApiDocument.path

/** Whether a path controls the mock. */
export const isControl = (path: string): boolean => path === prefix || path.startsWith(`${prefix}/`)

/** Whether a path is one of the control document. */
export const isAnswered = (path: string): boolean => isControl(path) || path === apiDocument

interface Found {
  readonly ok: true
  readonly operation: ControlOperation
  readonly args: readonly string[]
}

interface Row {
  readonly operation: ControlOperation
  readonly method: string
  readonly path: string
  readonly pattern: RegExp
}

const isOperation = (id: string): id is ControlOperation => Object.hasOwn(controlOperations, id)

const rows: readonly Row[] = Object.entries(controlOperations).flatMap(([id, { method, path }]) => {
  const pattern = new RegExp(
    `^${path.replaceAll('.', String.raw`\.`).replaceAll(/\{\w+\}/g, '([^/]+)')}$`,
  )
  return isOperation(id) ? [{ operation: id, method, path, pattern }] : []
})

/** The path that was probably meant, or all. What follows the prefix, which all share, is compared. */
function advice(path: string): string {
  const known = [...new Set(rows.map((row) => row.path).filter(isControl))]
  const names = known.map((one) => one.slice(prefix.length + 1))
  const near = didYouMean(path.slice(prefix.length + 1), names, 1)
  return (
    near.replace(' Did you mean ', `did you mean ${prefix}/`) || `known are ${known.join(', ')}.`
  )
}

/** Finds the operation of a request; a refusal names the near paths, or the methods of the path. */
export function findRoute(method: string, path: string): Found | Refused {
  const here = rows.filter(({ pattern }) => pattern.test(path))
  if (here.length === 0) {
    return refuse(
      404,
      'not_found',
      `${brief(method)} ${brief(path)}: no such path; ${advice(path)}`,
    )
  }
  const asked = method === 'HEAD' ? 'GET' : method
  const row = here.find((one) => one.method === asked)
  if (row !== undefined) {
    const [, ...segments] = row.pattern.exec(path) ?? []
    const args = segments.map((segment) => decode(segment) ?? segment)
    return { ok: true, operation: row.operation, args }
  }
  const methods = here.flatMap((one) => (one.method === 'GET' ? ['GET', 'HEAD'] : [one.method]))
  const allow = methods.join(', ')
  const text = `${brief(method)} ${brief(path)}: no such method; the path has ${allow}.`
  return refuse(405, 'method_not_allowed', text, { headers: { Allow: allow } })
}
