import { isError } from '../../src/core/base/kind-of.ts'
import { type OperationId, operations } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import { responsesOf } from '../generated/validators.js'
import type { FaultRun } from '../faults/fault-run.ts'
import { assertPromised } from '../state/render.ts'
import { publicAnswer } from '../operations/index.ts'
import { jsonAnswer } from './answer.ts'
import { namedBy } from '../platform/remember.ts'
import { nothingKnown } from '../log/about.ts'
import { keptAnswer } from '../log/answer-kept.ts'
import { answerOverridden } from './override.ts'
import type { Kept } from '../log/kept.ts'
import { answerOnce } from './answer-once.ts'
import { auditRecord } from './audit-entry.ts'
import { authenticate } from './authenticate.ts'
import { commit } from './commit.ts'
import { explainRefusal } from './explain-denial.ts'
import { keyOf, refuseKey, refuseReuse, scopeOf, scopeOfToken } from './idempotency.ts'
import type { Answer, Message } from '../message/message.ts'
import { parseInput } from '../message/parse.ts'
import { noSuchMethod, noSuchPath } from './near-miss.ts'
import { admit } from './admit.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import { problemAnswer, problemOf } from '../message/problem.ts'
import { refuse, type Refused, refusedAnyway } from '../message/refusal.ts'
import { sentRequestId } from '../message/request-id.ts'
import { noteOperation } from './note-coverage.ts'
import { isObserver, observedPlatform, onlyReads } from './observer.ts'
import { keep, noteRepeat, repeat, replay } from './repeat.ts'
import { route } from './router.ts'
import { afterFault, lostAnswer, type Received, strike } from './strike.ts'
import { publishedAt, refusalWithRuleUrl } from '../platform/rule-url.ts'
import { disclosedRefusal } from '../platform/disclosed.ts'
import { noteRequest } from '../log/noted-request.ts'
import type { Trace } from '../log/trace.ts'

export interface HandleOptions {
  /** Decides which requests fail on purpose. The adapter carries that out. */
  readonly faults?: FaultRun
  /** A note for the entry in the log. */
  readonly note?: string | undefined
}

/**
 * Answers any request. Faults of the request, and of the mock itself, are answers too. HEAD gets the
 * answer of GET; the adapter drops its body.
 */
export function handle(
  whole: Platform,
  message: Message,
  { faults, note }: HandleOptions = {},
): Answer {
  const observes = isObserver(message)
  const leavesNoTrace = observes && onlyReads(message)
  const platform = publishedAt(observes ? observedPlatform(whole) : whole, message.docs)
  // Taken even if it is not used: what follows has the same ids either way.
  const fresh = leavesNoTrace ? 'observer' : platform.log.nextId()
  const trace: Trace = {
    id: sentRequestId(message.headers) ?? fresh,
    at: platform.store.now,
    began: performance.now(),
    ...(note !== undefined && { note }),
    ...(observes && { observer: true }),
  }
  const received = receive(platform, message, trace)
  const struck = observes ? undefined : faults && strike(faults, platform, received, message)
  trace.struck = struck?.logged
  const outcome = struck?.isBefore
    ? lostAnswer
    : linked(
        platform,
        orFault(trace, () => respond(platform, received, message, trace)),
      )
  const refused = 'body' in outcome ? undefined : outcome
  const own = 'body' in outcome ? outcome : refusalAnswer(platform, trace, outcome)
  const { answer, told, status } = afterFault(struck, { answer: own, refused }, trace.id)
  if (!leavesNoTrace) {
    const { log } = platform
    const audited = struck?.isBefore ? undefined : auditRecord(platform, trace, own.status, refused)
    if (audited !== undefined) log.addAudit(audited)
    // Last, since listeners may read or call the mock.
    log.add(noteRequest(trace, message, status, told), keptAnswer(answer))
  }
  return { ...answer, headers: { ...answer.headers, 'X-Request-Id': trace.id } }
}

const linked = (platform: Platform, outcome: Answer | Refused): Answer | Refused =>
  'body' in outcome ? outcome : refusalWithRuleUrl(platform, outcome)

/** The result of the work, or 500 with the message of its error, which is a fault of the mock. */
function orFault<T>(trace: Trace, work: () => T): T | Refused {
  try {
    return work()
  } catch (error) {
    trace.fault = isError(error) ? error.message : String(error)
    return refuse(500, 'internal_error', trace.fault)
  }
}

/** Finds out what a request calls, and who calls it. */
function receive(platform: Platform, message: Message, trace: Trace): Received {
  const found = route(message.method, message.path)
  if (found === undefined || 'allow' in found) return { found }
  const { operation, args } = found
  trace.operation = operation
  trace.path = args
  if (contract[operation].public === true) return { found }
  const caller = authenticate(platform, message.headers.authorization)
  if ('ok' in caller) return { found, refused: caller }
  trace.actor = caller
  return { found, actor: caller }
}

function respond(
  platform: Platform,
  { found, actor, refused }: Received,
  message: Message,
  trace: Trace,
): Answer | Refused {
  if (found === undefined) {
    return refuse(404, 'not_found', noSuchPath(message.method, message.path))
  }
  if ('allow' in found) {
    const text = noSuchMethod(message.method, message.path, found)
    const headers = { Allow: found.allow.join(', ') }
    return refuse(405, 'method_not_allowed', text, { headers })
  }
  const { operation } = found
  if (refused) return repeatOfTheLast(platform, operation, message, trace) ?? refused
  if (actor === undefined) return answerPublic(operation, message)
  const request = { actor, ...found }
  const key = keyIn(platform, request, message)
  const work = () => answerActor(platform, request, message, trace, key)
  const own = () => {
    const outcome =
      key.kept || key.refused ? work() : answerOnce(platform, request, message, trace, work)
    noteOperation(platform, operation, outcome, trace)
    return outcome
  }
  const override = platform.overrides?.take(operation)
  return override ? answerOverridden(override, request, message, trace, own) : own()
}

/** The idempotency key of a request, if its operation takes one. */
interface Key {
  readonly isGiven: boolean
  /** The kept answer of the first call with it. */
  readonly kept?: Kept | undefined
  /** The refusal of a malformed key. */
  readonly refused?: Refused | undefined
}

const noKey: Key = { isGiven: false }

function keyIn(
  { log }: Platform,
  { actor, operation }: CallRequest<OperationId>,
  message: Message,
): Key {
  if (contract[operation].idempotent !== true || keyOf(message) === undefined) return noKey
  return { isGiven: true, kept: log.kept(scopeOf(actor, message)), refused: refuseKey(message) }
}

function answerActor(
  platform: Platform,
  request: CallRequest<OperationId>,
  message: Message,
  trace: Trace,
  { isGiven, kept, refused: refusedKey }: Key,
): Answer | Refused {
  const { operation } = request
  const endpoint = operations[operation]
  const parsed = parseInput(operation, message)
  if (parsed.ok) trace.input = parsed.input
  const badKey = refusedKey ?? (kept && parsed.ok ? refuseReuse(kept, parsed.input) : undefined)
  if (!parsed.ok) {
    const refused = admit(platform, request) ?? badKey
    return refused ? refusedAnyway(refused, parsed) : parsed
  }
  const args = endpoint.input === undefined ? request.args : [...request.args, parsed.input]
  const ifMatch = message.headers['if-match']
  const isStale = trace.struck?.stale === true
  const whole = {
    ...request,
    args,
    ...(ifMatch !== undefined && { ifMatch }),
    ...(isStale && { isStale }),
  }
  if (kept) trace.about = namedBy(platform, request)
  const admitted =
    kept && !badKey
      ? repeat(platform, whole, kept, trace)
      : { request: whole, refused: admit(platform, whole) ?? badKey }
  if (!('request' in admitted)) return admitted
  const { refused } = admitted
  if (refused !== undefined) {
    return refused.decision ? explainRefusal(platform, admitted.request, refused) : refused
  }
  const answer = commit(platform, admitted.request, message, trace)
  if ('body' in answer && isGiven) {
    const { about = nothingKnown, ids = new Map() } = trace
    keep(platform, whole, message, { answer, about, ids })
  }
  return answer
}

/** Answers the repeat of a call that ended its caller's token. Only that caller has had the token. */
function repeatOfTheLast(
  platform: Platform,
  operation: OperationId,
  message: Message,
  trace: Trace,
): Answer | Refused | undefined {
  const { log, world } = platform
  const kept = keyOf(message) === undefined ? undefined : log.kept(scopeOfToken(message))
  const actor = kept && (world.user(kept.actor) ?? world.former(kept.actor))
  if (kept === undefined || actor === undefined) return undefined
  const parsed = parseInput(operation, message)
  // A request that can't be read repeats nothing. It is a call with a revoked token.
  if (!parsed.ok) return undefined
  trace.actor = actor
  const refused = refuseReuse(kept, parsed.input)
  if (refused !== undefined) return refused
  noteRepeat(trace, kept.about)
  return replay(platform, { actor }, kept)
}

const answerPublic = (operation: OperationId, { origin }: Message): Answer =>
  jsonAnswer(operation, publicAnswer(operation, origin))

/** The answer for a refusal, with as much as the caller may know. */
function refusalAnswer(platform: Platform, trace: Trace, refused: Refused): Answer {
  const { id, actor, operation } = trace
  const whole = actor === undefined ? refused : disclosedRefusal(platform, actor, refused)
  const problem = problemOf(whole, id)
  const checked = orFault(trace, () => {
    if (operation === undefined) return undefined
    return assertPromised(operation, responsesOf(operation)[whole.status], problem)
  })
  if (checked === undefined) return problemAnswer(problem, whole)
  return problemAnswer(problemOf(checked, id), checked)
}
