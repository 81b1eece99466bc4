/** What must hold after an answer: created resources can be read, deleted ones can't, repeats repeat. */
import { type Operation, operations } from './document.ts'
import type { Received, Sent } from './exchange.ts'
import { problemIn } from './problem.ts'
import { parsed } from './promised.ts'

/** A second request, its answer, and what is wrong with it. */
export interface FollowUp {
  readonly sent: Sent
  readonly answer: Received
  readonly fault: string | undefined
}

export type Ask = (sent: Sent) => Promise<Received>

/** The path templates of single resources. */
const templates = [...new Set(operations.map(({ path }) => path))].filter((path) =>
  path.endsWith('}'),
)

const pathOf = ({ target }: Sent): string => target.replace(/\?.*$/s, '')

/** The path of a created resource, with its template; undefined if the document has none. */
export function createdAt(
  { path }: Operation,
  sent: Sent,
  { status, body }: Received,
): { readonly template: string; readonly at: string } | undefined {
  const template = templates.find((one) => one.replace(/\/\{\w+\}$/, '') === path)
  const id: unknown = Object(parsed(body)?.value).id
  return status === 201 && template !== undefined && typeof id === 'string'
    ? { template, at: `${pathOf(sent)}/${id}` }
    : undefined
}

const get = (target: string, { headers: { authorization = '' } }: Sent): Sent => ({
  method: 'GET',
  target,
  headers: { authorization },
})

/** The JSON of an answer without the secrets that only the first answer shows. */
const shown = ({ body }: Received): string => {
  const { apiKey: _, value: __, ...rest } = Object(parsed(body)?.value)
  return JSON.stringify(rest)
}

const codesOfEnded = ['not_a_member', 'unauthenticated']

/** Whether the resource is gone, or its reader with it. */
const isGone = (answer: Received): boolean =>
  answer.status === 404 || codesOfEnded.includes(String(problemIn(answer).code))

async function reading(sent: Sent, answer: Received, at: string, ask: Ask): Promise<FollowUp> {
  const again = get(at, sent)
  const read = await ask(again)
  // Some people may add what they may not read.
  const { code } = problemIn(read)
  if (code === 'permission_denied') return { sent: again, answer: read, fault: undefined }
  const isSame = read.status === 200 && shown(read) === shown(answer)
  const hasSameTag = read.headers.etag === answer.headers.etag
  const fault = isSame && hasSameTag ? undefined : `GET ${at} does not show what the call answered.`
  return { sent: again, answer: read, fault }
}

async function repeating(sent: Sent, answer: Received, ask: Ask): Promise<FollowUp> {
  const again = await ask(sent)
  const isSame =
    again.status === answer.status &&
    again.headers['idempotency-replayed'] === 'true' &&
    (answer.body === '' || shown(again) === shown(answer))
  const isLost = [401, 403, 404].includes(again.status)
  const fault = isSame || isLost ? undefined : 'A repeat by Idempotency-Key has another answer.'
  return { sent, answer: again, fault }
}

async function deleting(sent: Sent, ask: Ask): Promise<readonly FollowUp[]> {
  const read = get(pathOf(sent), sent)
  const { 'idempotency-key': _, 'if-match': __, ...headers } = sent.headers
  const again = { ...sent, headers }
  const fault = (answer: Received, verb: string) =>
    isGone(answer) ? undefined : `It was deleted, but ${verb} ${pathOf(sent)} is no 404.`
  const answers = [await ask(read), await ask(again)] as const
  return [
    { sent: read, answer: answers[0], fault: fault(answers[0], 'GET') },
    { sent: again, answer: answers[1], fault: fault(answers[1], 'another DELETE') },
  ]
}

async function heading(sent: Sent, answer: Received, ask: Ask): Promise<FollowUp> {
  const again = { ...sent, method: 'HEAD' }
  const head = await ask(again)
  const names = ['content-type', 'content-length', 'etag', 'allow', 'www-authenticate']
  const differs = names.filter((name) => head.headers[name] !== answer.headers[name])
  const isSame = head.status === answer.status && head.body === '' && differs.length === 0
  const fault = isSame ? undefined : `HEAD has another answer than GET (${differs.join(', ')}).`
  return { sent: again, answer: head, fault }
}

/** The next page, if there is one: other resources, of the same list. */
async function turning(sent: Sent, answer: Received, ask: Ask): Promise<readonly FollowUp[]> {
  const { data, nextCursor }: Page = Object(parsed(answer.body)?.value)
  if (answer.status !== 200 || data === undefined || typeof nextCursor !== 'string') return []
  const query = new URLSearchParams(sent.target.split('?')[1])
  query.set('cursor', nextCursor)
  const again = { ...sent, target: `${pathOf(sent)}?${query.toString()}` }
  const next = await ask(again)
  const more: Page = Object(parsed(next.body)?.value)
  const known = new Set(data.map((one) => JSON.stringify(one)))
  const isNew = more.data?.every((one) => !known.has(JSON.stringify(one))) === true
  const fault = next.status === 200 && isNew ? undefined : 'The cursor leads to no other page.'
  return [{ sent: again, answer: next, fault }]
}

interface Page {
  readonly data?: readonly unknown[]
  readonly nextCursor?: unknown
}

/** Asks once more, in every way that the answer promises something of. */
export async function followUps(
  operation: Operation | undefined,
  sent: Sent,
  answer: Received,
  ask: Ask,
): Promise<readonly FollowUp[]> {
  if (sent.method === 'GET')
    return [await heading(sent, answer, ask), ...(await turning(sent, answer, ask))]
  const isNew = answer.status < 300 && answer.headers['idempotency-replayed'] === undefined
  if (operation === undefined || operation.isSafe || !isNew) return []
  const created = createdAt(operation, sent, answer)
  const isResource = operation.path.endsWith('}')
  const hasKey = sent.headers['idempotency-key'] !== undefined
  return [
    ...(created ? [await reading(sent, answer, created.at, ask)] : []),
    ...(operation.method === 'PATCH' && isResource
      ? [await reading(sent, answer, pathOf(sent), ask)]
      : []),
    ...(hasKey ? [await repeating(sent, answer, ask)] : []),
    ...(operation.method === 'DELETE' ? await deleting(sent, ask) : []),
  ]
}
