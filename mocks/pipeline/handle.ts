import { type OperationId, operations } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import { responses } from '../generated/validators.js'
import { brief } from '../brief.ts'
import type { Call } from '../policy/call.ts'
import { assertPromised } from '../render.ts'
import { publicOperations } from '../operations/public.ts'
import { answerOf, jsonAnswer } from './answer.ts'
import { aboutOf, auditEntry, madeBy, namedBy } from './audit.ts'
import { authenticate } from './authenticate.ts'
import { idempotencyScope, replay } from './idempotency.ts'
import type { Answer, Message } from './message.ts'
import { parseInput } from './parse.ts'
import { admit, perform, type Rehearse } from './perform.ts'
import type { Platform, Request } from './platform.ts'
import { problemAnswer, problemOf } from './problem.ts'
import { refuse, type Refused } from './refusal.ts'
import { explaining, rehearse as rehearseIn } from './rehearse.ts'
import { route } from './router.ts'
import { toldRefusal } from './told.ts'
import { entryOf, type Trace } from './trace.ts'

/** Answers any request: whatever is wrong with it, or with the mock itself, is an answer too. */
export function handle(platform: Platform, message: Message): Answer {
  const trace: Trace = { id: requestIdOf(platform, message), at: platform.store.now }
  const outcome = orFault(trace, () => respond(platform, message, trace))
  const refused = 'body' in outcome ? undefined : outcome
  const answer = 'body' in outcome ? outcome : refusalAnswer(platform, trace, outcome)
  const { log } = platform
  log.add(entryOf(trace, message, answer.status, refused))
  const audited = auditEntry(trace, answer.status, refused)
  if (audited !== undefined) log.audit.add(audited)
  const body = message.method === 'HEAD' ? '' : answer.body
  return { ...answer, body, headers: { ...answer.headers, 'X-Request-Id': trace.id } }
}

/** What the work gives, or 500 for what breaks in it: a fault of the mock, which says what it is. */
function orFault<T>(trace: Trace, work: () => T): T | Refused {
  try {
    return work()
  } catch (error) {
    trace.fault = error instanceof Error ? error.message : String(error)
    return refuse(500, 'internal_error', trace.fault)
  }
}

function respond(platform: Platform, message: Message, trace: Trace): Answer | Refused {
  const found = route(message.method, message.path)
  if (found === undefined) {
    return refuse(404, 'not_found', `The API has no path ${brief(message.path)}.`)
  }
  if ('allow' in found) {
    const allow = found.allow.join(', ')
    const text = `${brief(message.method)} is not offered here. Use ${allow}.`
    return refuse(405, 'method_not_allowed', text, { headers: { Allow: allow } })
  }
  const { operation, args } = found
  trace.operation = operation
  const actor =
    contract[operation].public === true
      ? undefined
      : authenticate(platform, message.headers.authorization)
  if (actor === undefined) return answerPublic(operation, message)
  if ('ok' in actor) return actor
  const request = { actor, operation, args }
  trace.actor = actor
  trace.about = namedBy(request)
  return answerActor(platform, request, message, trace)
}

function answerActor(
  platform: Platform,
  request: Request<OperationId>,
  message: Message,
  trace: Trace,
): Answer | Refused {
  const { log } = platform
  const { operation, actor } = request
  const endpoint = operations[operation]
  const terms = contract[operation]
  const scope = terms.idempotent === true ? idempotencyScope(actor, message) : undefined
  const repeated = replay(log, scope, message)
  // Whoever has ended their own membership, or the organization, may still hear so once more.
  if (repeated !== undefined && 'body' in repeated) return repeated
  const refused = admit(platform, request) ?? repeated
  const parsed = parseInput(operation, message)
  // What would help is told of a call that can be read.
  if (refused !== undefined && !(parsed.ok && refused.decision)) return refused
  if (!parsed.ok) return parsed
  const args = endpoint.input === undefined ? request.args : [...request.args, parsed.input]
  const ifMatch = message.headers['if-match']
  const whole = { ...request, args, ...(ifMatch !== undefined && { ifMatch }) }
  const answer = commit(platform, whole, message, trace)
  if ('body' in answer && scope !== undefined) log.keep(scope, { body: message.body, answer })
  return answer
}

/** Carries the call out for good if it can be answered, and not at all if it can't. */
function commit(
  platform: Platform,
  request: Request<OperationId>,
  { origin }: Message,
  trace: Trace,
): Answer | Refused {
  const { store, world, log } = platform
  const rehearse: Rehearse = (...asked) => rehearseIn(platform, ...asked)
  const notice = (call: Call) => (trace.about = aboutOf(call))
  return store.transaction(
    () => {
      const result = perform(platform, request, {
        ...explaining(platform),
        rehearse,
        origin,
        notice,
      })
      if (!result.ok) return result
      const answer = answerOf(platform, request, result)
      if (result.kind === 'thing') {
        trace.about = { ...trace.about, ...madeBy(world, result) }
        if (result.mail !== undefined) log.send(result.mail)
      }
      return answer
    },
    (outcome) => 'body' in outcome,
  )
}

const answerPublic = (operation: OperationId, { origin }: Message): Answer =>
  jsonAnswer(operation, publicOperations[operation]?.(origin))

/** The refusal as an answer, as far as the user is told it. */
function refusalAnswer(platform: Platform, trace: Trace, refused: Refused): Answer {
  const { id, actor, operation } = trace
  const whole = actor === undefined ? refused : toldRefusal(platform, actor, refused)
  const problem = problemOf(whole, id)
  const checked = orFault(trace, () => {
    if (operation === undefined) return undefined
    return assertPromised(operation, responses[operation][whole.status], problem)
  })
  if (checked === undefined) return problemAnswer(problem, whole)
  return problemAnswer(problemOf(checked, id), checked)
}

/** The id that was sent, if it is 1 to 255 visible ASCII characters; else a new one. */
function requestIdOf({ log }: Platform, { headers }: Message): string {
  const fresh = log.nextId()
  const sent = headers['x-request-id']
  return sent !== undefined && /^[!-~]{1,255}$/.test(sent) ? sent : fresh
}
