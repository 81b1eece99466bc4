import type { Decision, EvaluationRequest, QuestionFault } from '../../generated/models.ts'
import { Call } from '../answers/api-promise.ts'
import type { Arguments } from '../send/arguments.ts'
import type { Operation } from '../base/operation.ts'
import { pathArgument } from '../send/path-arguments.ts'
import { isRecord } from '../base/kind-of.ts'
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
  return {
    subject: me,
    action: { name: action },
    resource,
    context: {
      rolecall: {
        explain: true,
        ...((args.input !== undefined || input !== 'body') && {
          args: withoutTrailingGaps([...Object.values(args.path), args.input]),
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

function withoutTrailingGaps(args: readonly unknown[]): unknown[] {
  return args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1)
}

/** Completes a decision: a server may leave out most of it. */
export function complete(
  action: string,
  known: Partial<Decision> & Partial<QuestionFault> & { allowed: boolean },
): Decision {
  const depends = known.outcome === 'depends' ? known.outcome : 'no'
  const rest = {
    policy: '',
    rule: '',
    // A question that a server can't read has its error instead.
    text: known.error?.message ?? '',
    alternatives: [],
  } satisfies Partial<Decision>
  return Call.hand({ ...rest, ...known, outcome: known.allowed ? 'yes' : depends, action })
}
