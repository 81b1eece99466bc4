import { operations } from '../../src/generated/operations.ts'
import { isEmailAddress, mustBeEmail } from '../shared/email-address.ts'
import { stepsInto } from '../shared/json-pointer.ts'
import { quoted } from '../shared/quoted.ts'
import { valueText } from '../shared/value-text.ts'
import type { Misfit } from './misfits.ts'
import type { SnapshotKept, SnapshotLog } from './snapshot.ts'

/** Finds entries of a log that no mock writes: they are shown, or sent again, as they are. */
export function* wrongInLog({ outbox, audit, kept }: SnapshotLog): Generator<Misfit> {
  for (const [index, { to, at }] of outbox.entries()) {
    yield* noAddress(`log.outbox[${index}].to`, to)
    yield* noTime(`log.outbox[${index}].at`, at)
  }
  for (const [index, record] of audit.records.entries()) {
    if (record === null) continue
    const { at: time, actor, email, operation, status } = record.entry
    const at = `log.audit.records[${index}].entry`
    if (!/^usr_[0-9A-Za-z]+$/.test(actor)) yield { at: `${at}.actor`, text: 'must be a user id.' }
    yield* noAddress(`${at}.email`, email)
    yield* noTime(`${at}.at`, time)
    if (!Object.hasOwn(operations, operation)) {
      const text = `must be an operation of the API, not ${quoted(operation)}.`
      yield { at: `${at}.operation`, text }
    }
    if (!isStatus(status)) {
      yield { at: `${at}.status`, text: `must be an HTTP status, not ${status}.` }
    }
  }
  for (const [index, one] of kept.entries()) yield* wrongAnswer(`log.kept[${index}].answer`, one)
}

/** @yields If the text is no e-mail address. */
export function* noAddress(at: string, text: string): Generator<Misfit> {
  if (!isEmailAddress(text)) yield { at, text: mustBeEmail }
}

/** @yields If the value is no time as a mock writes it. */
export function* noTime(at: string, value: unknown): Generator<Misfit> {
  const isTime =
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  if (isTime) return
  const text = `must be a time, such as "2026-01-05T09:00:00.000Z", not ${valueText(value)}.`
  yield { at, text }
}

const isStatus = (status: number): boolean =>
  Number.isInteger(status) && status >= 100 && status <= 599

function* wrongAnswer(at: string, { answer }: SnapshotKept): Generator<Misfit> {
  const { status, headers, body } = answer
  if (!isStatus(status) || status < 200 || status > 299) {
    yield { at: `${at}.status`, text: `must be from 200 to 299, not ${status}.` }
  }
  for (const [name, value] of Object.entries(headers)) {
    if (sent.get(name)?.test(value)) continue
    yield { at: `${at}.headers${stepsInto(name)}`, text: 'is no header that answers have.' }
  }
  if (body === '' ? status !== 204 : status === 204 || !isJson(body)) {
    yield { at: `${at}.body`, text: 'must be JSON, or empty if the status is 204.' }
  }
}

/** The headers of kept answers, with their values. */
const sent: ReadonlyMap<string, RegExp> = new Map([
  ['Content-Type', /^application\/json$/],
  ['ETag', /^"[!#-~]*"$/],
])

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
