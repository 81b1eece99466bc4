import { type ControlOperation, controlOperations } from '../generated/control/operations.ts'
import type { Answer, Message } from '../message/message.ts'
import { problemAnswer, problemOf } from '../message/problem.ts'
import { refuse, type Refused } from '../message/refusal.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import type { Controls } from './controls.ts'
import { findRoute, isAnswered } from './find-route.ts'
import type { Reply, Routes } from './operation.ts'
import { readInput } from './read-input.ts'
import { documents } from './routes/documents.ts'
import { log } from './routes/log.ts'
import { people } from './routes/people.ts'
import { policies } from './routes/policies.ts'
import { questions } from './routes/questions.ts'
import { rules } from './routes/rules.ts'
import { states } from './routes/states.ts'
import { time } from './routes/time.ts'

const routes: Routes<ControlOperation> = {
  ...people,
  ...states,
  ...time,
  ...log,
  ...rules,
  ...questions,
  ...policies,
  ...documents,
}

/**
 * Answers a request that controls the mock, or asks for a document; undefined for any other.
 *
 * Writes take JSON, even without a body: a page of another origin can't send one without a preflight.
 */
export function control(controls: Controls, message: Message): Answer | undefined {
  if (!isAnswered(message.path)) return undefined
  const found = findRoute(message.method, message.path)
  if (!found.ok) return failed(found)
  const reply = carryOut(controls, found.operation, found.args, message)
  if ('ok' in reply) return failed(reply)
  const status = controlOperations[found.operation].success
  if ('stream' in reply) {
    const { type, stream } = reply
    return { status, headers: { 'Content-Type': type, ...fresh }, body: '', stream }
  }
  if (reply.json === undefined) return { status, headers: {}, body: '' }
  const headers = { 'Content-Type': 'application/json', ...fresh }
  return { status, headers, body: JSON.stringify(reply.json) }
}

/** A state is never that of a cached answer. */
const fresh = { 'Cache-Control': 'no-store' }

function carryOut<Id extends ControlOperation>(
  controls: Controls,
  operation: Id,
  args: readonly string[],
  message: Message,
): Reply<Id> {
  const read = readInput(operation, message)
  if (!read.ok) return read
  try {
    return routes[operation](controls, read.input, args)
  } catch (error) {
    // Data that a lever refuses. It has changed nothing.
    if (!(error instanceof ConfigurationError)) throw error
    return refuse(422, 'validation_failed', error.message)
  }
}

const failed = (refused: Refused): Answer => problemAnswer(problemOf(refused, 'control'), refused)
