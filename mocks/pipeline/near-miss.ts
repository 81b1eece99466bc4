import { type OperationId, operations } from '../../src/generated/operations.ts'
import { isOperation } from '../policy/world/operations.ts'
import { brief } from '../shared/brief.ts'
import { lowerCase } from '../shared/lower-case.ts'
import { distance } from '../shared/nearest.ts'
import { methodMeant, type OtherMethods } from './router.ts'

/** A path of the API, with its operations by method. */
interface Template {
  readonly path: string
  readonly segments: readonly string[]
  readonly methods: ReadonlyMap<string, OperationId>
}

const templates: readonly Template[] = [
  ...Map.groupBy(Object.entries(operations), ([, { path }]) => path),
].map(([path, found]) => ({
  path,
  segments: segmentsOf(path),
  methods: new Map(found.flatMap(([id, { method }]) => (isOperation(id) ? [[method, id]] : []))),
}))

/** The line of the request. HEAD has the answer of GET, to the last character. */
const sentAs = (method: string, path: string): string =>
  `${brief(methodMeant(method))} ${brief(path)}`

/** The message for a path that the API does not have: `POST /v1/role: no such path; did you mean /v1/roles?`. */
export function noSuchPath(method: string, path: string): string {
  const sent = sentAs(method, path)
  const meant = nearest(path, (template) => (template.methods.has(methodMeant(method)) ? 0 : 1.5))
  if (meant === undefined) {
    return `${sent}: no such path. The API's paths begin with /v1/ or /access/v1/.`
  }
  const [other] = meant.methods.has(methodMeant(method)) ? [] : meant.methods.keys()
  const call = other === undefined ? meant.path : `${other} ${meant.path}`
  return `${sent}: no such path; did you mean ${call}?`
}

/** The message for a method that a path of the API does not have. */
export function noSuchMethod(
  method: string,
  path: string,
  { allow, methods }: OtherMethods,
): string {
  const refusal = `${sentAs(method, path)}: no such method; the path has ${allow.join(', ')}`
  const meant = meantBy(method, path, methods)
  return meant === undefined ? `${refusal}.` : `${refusal}; did you mean ${meant}?`
}

/** The operation that was probably meant: another method of the path, or the method at a path nearby. */
function meantBy(
  method: string,
  path: string,
  methods: ReadonlyMap<string, OperationId>,
): string | undefined {
  const [only] = methods.size === 1 ? methods.keys() : []
  const here = method === 'PUT' && methods.has('PATCH') ? 'PATCH' : only
  if (here !== undefined) return `${here} (${methods.get(here)})`
  const near = nearest(path, (one) => (one.methods.has(method) ? 0 : Infinity))
  return near && `${method} ${near.path} (${near.methods.get(method)})`
}

/** The greatest distance at which a path may still be meant. */
const mostAway = 4

/** The cost of a segment too many, or of an argument that is missing. */
const segmentCost = 3

/** Longer paths are not compared: the cost grows with the square. */
const mostSegments = 12

/** The path of the API nearest to another one, if any is near. `extra` adds to the distance of each. */
function nearest(path: string, extra: (template: Template) => number): Template | undefined {
  const sent = segmentsOf(path).map((segment) => lowerCase(segment.slice(0, 100)))
  if (sent.length === 0 || sent.length > mostSegments) return undefined
  const [best] = templates
    .map((template) => ({ template, away: distanceOf(sent, template.segments) + extra(template) }))
    .filter(({ away }) => away <= mostAway)
    .toSorted((a, b) => a.away - b.away)
  return best?.template
}

/** The distance of two paths: that of their texts, segment by segment, with some left out or added. */
function distanceOf(sent: readonly string[], segments: readonly string[]): number {
  let row = [0]
  for (const segment of segments) row.push((row.at(-1) ?? 0) + missingCost(segment))
  for (const one of sent) {
    const next = [(row[0] ?? 0) + segmentCost]
    for (const [at, segment] of segments.entries()) {
      next.push(
        Math.min(
          (row[at + 1] ?? 0) + segmentCost,
          (next[at] ?? 0) + missingCost(segment),
          (row[at] ?? 0) + segmentDistance(one, segment),
        ),
      )
    }
    row = next
  }
  return row.at(-1) ?? Infinity
}

const isArgument = (segment: string): boolean => segment.startsWith('{')

/** The prefixes of the API are left out most easily; a path without its resource is another path. */
function missingCost(segment: string): number {
  if (segment === 'v1' || segment === 'access') return 1
  return isArgument(segment) ? segmentCost : Infinity
}

/** The distance of a segment. Any text may be an argument, but the same word is nearer. */
function segmentDistance(sent: string, segment: string): number {
  if (isArgument(segment)) return 0.1
  const { length } = segment
  if (Math.abs(sent.length - length) > length) return Infinity
  const away = distance(sent, lowerCase(segment))
  return away <= Math.min(Math.max(2, length / 2), length - 1) ? away : Infinity
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '')
}
