import type { LoggedRequest } from '../../../mocks/control-client/index.ts'
import { callText, type Decision } from '../../../src/index.ts'
import type { CallOf } from '../../mock/remedy.ts'

/** How a request ended. */
export type End = 'allowed' | 'denied' | 'error'

/** What a request is: a call that reads or writes, or a question whether one may be made. */
export type Kind = 'read' | 'write' | 'question'

/** A request of the log, as people read it. */
export interface Seen {
  readonly request: LoggedRequest
  readonly kind: Kind
  readonly end: End
  /** The status in a word or two. */
  readonly said: string
  /** The call as it is written in TypeScript, or the method and path of one that no operation has. */
  readonly call: string
  /** What the fault plan did to it. */
  readonly fault: string | undefined
}

const known = new WeakMap<LoggedRequest, Seen>()

/** Reads a request of the log. */
export function seen(request: LoggedRequest): Seen {
  const before = known.get(request)
  if (before) return before
  const kind = kindOf(request)
  const end = endOf(request)
  const made: Seen = {
    request,
    kind,
    end,
    said: saidOf(request, end),
    call: textOf(request),
    fault: faultOf(request),
  }
  known.set(request, made)
  return made
}

/** The decisions of a request: that of its denial, or those on its questions. */
export const decisionsOf = ({ decision, decisions }: LoggedRequest): readonly Decision[] =>
  decisions ?? (decision ? [decision] : [])

/** The call that a request made, if it can be made again. */
export function callOf({ actor, operation, args }: LoggedRequest): CallOf | undefined {
  if (actor === undefined || operation === undefined || args === undefined) return undefined
  return actor.includes('@') ? { as: actor, operation, args: [...args] } : undefined
}

function kindOf({ operation, method }: LoggedRequest): Kind {
  if (operation?.startsWith('access.')) return 'question'
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write'
}

function endOf(request: LoggedRequest): End {
  const { status, operation, note } = request
  if (status >= 200 && status < 400) {
    return decisionsOf(request).some(({ outcome }) => outcome === 'no') ? 'denied' : 'allowed'
  }
  const isHidden = status === 404 && operation !== undefined && note?.startsWith('hidden') === true
  return isHidden || (status === 403 && request.fault?.status === undefined) ? 'denied' : 'error'
}

function saidOf(request: LoggedRequest, end: End): string {
  const { status, question, questions } = request
  if (status === 0) return 'Lost'
  if (status < 400 && questions) {
    const yes = decisionsOf(request).filter(({ outcome }) => outcome === 'yes').length
    return `${yes} of ${questions.length} yes`
  }
  if (status < 400 && question) {
    return { yes: 'Yes', no: 'No', depends: 'Depends' }[decisionsOf(request)[0]?.outcome ?? 'no']
  }
  if (end === 'denied') return status === 404 ? '404 Hidden' : `${status} Denied`
  return `${status} ${words[status] ?? (status < 400 ? 'Done' : 'Failed')}`
}

const words: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'Done',
  400: 'Malformed',
  401: 'Signed out',
  404: 'Not found',
  405: 'No such method',
  409: 'Conflict',
  412: 'Stale',
  422: 'Invalid',
  429: 'Too many',
}

function textOf({ operation, args, method, path, question, questions }: LoggedRequest): string {
  if (question) return `can ${asked(question)}`
  if (questions) {
    const [first, ...rest] = questions
    if (first === undefined) return 'can …'
    return `can ${asked(first)}${rest.length > 0 ? ` and ${rest.length} more` : ''}`
  }
  if (operation === undefined) return `${method} ${path}`
  return callText({ operation, args: [...(args ?? [])] })
}

/** A question, as the call that it asks about. */
export function asked({ action, args, resource }: NonNullable<LoggedRequest['question']>): string {
  if (args) return callText({ operation: action, args: [...args] })
  return `${action} on ${resource.type} ${resource.id}`
}

function faultOf({ fault }: LoggedRequest): string | undefined {
  if (fault === undefined) return undefined
  const { latency, connection, status, stale } = fault
  const parts = [
    latency !== undefined && `${latency} ms`,
    connection,
    status !== undefined && String(status),
    stale && 'stale',
  ]
  return parts.filter(Boolean).join(', ') || 'struck'
}
