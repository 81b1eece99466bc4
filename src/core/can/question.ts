import type { Decision, EvaluationRequest, QuestionFault } from '../../generated/models.ts'
import { Call } from '../answers/api-promise.ts'
import type { Arguments } from '../send/arguments.ts'
import type { Operation } from '../base/operation.ts'
import { pathArgument } from '../send/path-arguments.ts'
import { isRecord } from '../base/kind-of.ts'
import { decision, fits } from '../base/shape.ts'
import { toJson } from '../send/to-json.ts'

/** The subject of every question of a client: the user of its token. */
export const me = { type: 'user', id: 'me' }

/** The resource that holds all others. */
export const organization = { type: 'organization', id: 'current' }

/** Makes the question whether a call would be allowed, with its arguments unless its body is missing. */
export function questionOf({ id: action, input }: Operation, args: Arguments): EvaluationRequest {
  const resource = resourceOf(action, args)
  // A wrong body is refused here, by its own operation's name: in a batch it would fail for all who ask.
  toJson(action, args.input)
  const given = [...Object.values(args.path), args.input]
  return {
    subject: me,
    action: { name: action },
    resource,
    context: {
      rolecall: {
        explain: true,
        ...((args.input !== undefined || input !== 'body') && {
          // Without gaps at its end.
          args: given.slice(0, given.findLastIndex((arg) => arg !== undefined) + 1),
        }),
      },
    },
  }
}

/** The resource that the last path argument names; for creating or listing, the resource around it. */
function resourceOf(action: string, { path, input }: Arguments): EvaluationRequest['resource'] {
  const ids = new Map(
    Object.entries(path).map(([name, value]) => [name, pathArgument(action, name, value)]),
  )
  const type = typeOfThing([...ids.keys()])
  const id = ids.get(type)
  if (id) return { type, id }
  return isRecord(input) && typeof input.project === 'string'
    ? { type: 'project', id: input.project }
    : organization
}

/** The type of the resource that the last path argument names; an artifact's action has only a name. */
export function typeOfThing(names: readonly string[]): string {
  return names.findLast((name) => name !== 'name') ?? 'organization'
}

/**
 * Completes a decision: a server may leave out most of it, and another server's context may say other things by
 * the same names.
 */
export function complete(action: string, allowed: boolean, context: unknown): Decision {
  const parts = Object.entries(isRecord(context) ? context : {})
  const told: Partial<Decision> & Partial<QuestionFault> = Object.fromEntries(
    parts.filter(([name, value]) => fits({ [name]: value }, decision)),
  )
  const depends = told.outcome === 'depends' ? told.outcome : 'no'
  return Call.hand({
    policy: '',
    rule: '',
    // A question that a server can't read has its error instead.
    text: told.error?.message ?? '',
    alternatives: [],
    ...told,
    allowed,
    outcome: allowed ? 'yes' : depends,
    action,
  })
}
