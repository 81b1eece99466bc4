import { isRecord } from '../../src/core/base/kind-of.ts'
import { pointerSteps, stepsInto } from '../shared/json-pointer.ts'
import { quoted } from '../shared/quoted.ts'
import { refusedCharacters } from '../shared/refused-characters.ts'
import { refusedTexts } from '../shared/refused-texts.ts'
import { noAddress, noTime, wrongInLog } from './log-values.ts'
import type { Misfit } from './misfits.ts'
import type { Snapshot } from './snapshot.ts'

/** Far more than a mock ever counts, and far fewer than a number can count by one. */
const mostCounted = 1e15

/** Indexes have room for somewhat greater sequence numbers, of records to come. */
const mostRecords = 5e8

const year10000 = Date.parse('+010000-01-01T00:00:00.000Z')

/** Finds values of the right type that no mock writes, and that one could not go on from. */
export function* wrongValues(snapshot: Snapshot): Generator<Misfit> {
  yield* texts(snapshot)
  yield* times(snapshot)
  const { seed, sequence, state, log } = snapshot
  const { counters, settings, tokens } = state
  if (seed === '') yield { at: 'seed', text: 'must not be empty.' }
  if (state.seed !== seed) yield { at: 'state.seed', text: `must be ${quoted(seed)}, as in seed.` }
  yield* count('sequence', sequence)
  yield* count('log.requests', log.requests)
  yield* count('log.audit.dropped', log.audit.dropped)
  yield* count('state.counters.sequence', counters.sequence, mostRecords)
  for (const [type, given] of Object.entries(counters.ids)) {
    yield* count(`state.counters.ids${stepsInto(type)}`, given)
  }
  for (const [index, admin] of settings.admins.entries()) {
    yield* noAddress(`state.settings.admins[${index}]`, admin)
  }
  for (const [index, { value }] of tokens.entries()) {
    if (value === undefined || /^rct_[0-9A-Za-z]+$/.test(value)) continue
    yield { at: `state.tokens[${index}].value`, text: 'must be "rct_" and letters or digits.' }
  }
  yield* wrongInLog(log)
}

/**
 * Finds texts with characters that the API refuses. A kept answer may quote an artifact's data, and the
 * audit what a path named, whatever it was.
 */
function* texts({ state, log: { outbox }, scenario }: Snapshot): Generator<Misfit> {
  for (const { pointer } of refusedTexts({ state, log: { outbox }, scenario })) {
    const at = stepsInto(...pointerSteps(pointer)).replace(/^\./, '')
    yield { at, text: `must hold no ${refusedCharacters}.` }
  }
}

function* times({ clock, state }: Snapshot): Generator<Misfit> {
  const { now } = state.counters
  if (!Number.isInteger(now) || now < 0 || now >= year10000) {
    const text = `must be a time from 1970 to 9999 in whole milliseconds, not ${now}.`
    yield { at: 'state.counters.now', text }
    return
  }
  yield* noTime('clock.now', clock.now)
  if (clock.pace !== 'real' && Date.parse(clock.now) !== now) {
    const text = `must be ${new Date(now).toISOString()}, as in state.counters.now.`
    yield { at: 'clock.now', text }
  }
  for (const [name, list] of Object.entries({ ...state })) {
    for (const [index, record] of (Array.isArray(list) ? list : []).entries()) {
      yield* timesOf(`state.${name}[${index}]`, record)
    }
  }
  yield* timesOf('state.organization', state.organization)
}

/** The properties of records that hold a time. */
const timeNames = ['createdAt', 'deletedAt', 'revokedAt', 'lastSentAt']

function* timesOf(at: string, record: unknown): Generator<Misfit> {
  for (const name of timeNames) {
    const given: unknown = isRecord(record) ? record[name] : undefined
    if (given !== undefined) yield* noTime(`${at}.${name}`, given)
  }
}

function* count(at: string, given: number, most = mostCounted): Generator<Misfit> {
  if (Number.isInteger(given) && given >= 0 && given <= most) return
  yield { at, text: `must be a whole number from 0 to ${most}, not ${given}.` }
}
