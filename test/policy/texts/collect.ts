import { isOperation } from '../../../mocks/policy/world/operations.ts'
import { operations } from '../../../src/generated/operations.ts'
import type { Decision, OperationId } from '../../../src/index.ts'
import { argumentsOf } from '../../properties/support/arguments.ts'
import { type Lapse, lapse } from '../../properties/support/ended-memberships.ts'
import { point } from '../../properties/support/people.ts'
import { stranger } from '../../properties/support/names.ts'
import type { Sent } from '../../properties/support/send.ts'
import type { Stage } from '../../properties/support/stage.ts'
import { resourceOf } from '../../conformance/resource.ts'

/** A refusal: who asked what, and the answer. */
export interface Collected {
  readonly by: string
  readonly call: Sent
  readonly detail: string
  readonly code: string
  readonly decision?: Decision | undefined
}

/** How many arguments of each operation are tried, and by how many people. */
export interface Extent {
  readonly most: number
}

/** At most so many, spread evenly. */
const spread = <T>(items: readonly T[], most: number): readonly T[] => {
  if (items.length <= most) return items
  const step = items.length / most
  return Array.from({ length: most }, (_, at) => items[Math.floor(at * step)]).filter(
    (item) => item !== undefined,
  )
}

const operationIds: readonly OperationId[] = Object.keys(operations).filter(isOperation)

/** Every call of the scenario: operations by all their arguments. */
export const callsIn = (stage: Stage, { most }: Extent): readonly Sent[] =>
  operationIds
    .filter((operation) => !operation.startsWith('access'))
    .flatMap((operation) =>
      spread(argumentsOf(stage, operation), most).map((args): Sent => ({ operation, args })),
    )

/** Questions without arguments: every operation and every action of the rules, on each of the resources. */
const openQuestions = (stage: Stage, calls: readonly Sent[], subject: string): readonly Sent[] => {
  const resources = new Map(
    calls.map((call) => {
      const resource = resourceOf(call)
      return [JSON.stringify(resource), resource]
    }),
  )
  const actions = [...operationIds, ...Object.keys(stage.policy.rules)]
  return [...resources.values()].flatMap((resource) =>
    actions.map((name): Sent => ({
      operation: 'access.evaluate',
      args: [
        {
          subject: { type: 'user', id: subject },
          action: { name },
          resource,
          context: { rolecall: { explain: true } },
        },
      ],
    })),
  )
}

/** The same call as a question about somebody else. */
const asQuestion = (subject: string, call: Sent): Sent => ({
  operation: 'access.evaluate',
  args: [
    {
      subject: { type: 'user', id: subject },
      action: { name: call.operation },
      resource: resourceOf(call),
      context: { rolecall: { args: call.args, explain: true } },
    },
  ],
})

function* answersTo(stage: Stage, by: string, calls: readonly Sent[]): Iterable<Collected> {
  for (const call of calls) {
    const { status, json, body } = stage.trial(() => stage.send(by, call))
    if (call.operation === 'access.evaluate') {
      const { context }: { context?: Decision } = JSON.parse(body === '' ? '{}' : body)
      if (context?.outcome === 'no') {
        yield { by, call, detail: context.text, code: context.code ?? '', decision: context }
      }
      continue
    }
    if (status < 400) continue
    yield {
      by,
      call,
      detail: json.detail ?? '',
      code: json.code ?? '',
      decision: json.decision,
    }
  }
}

/** Every refusal on the stage as it is. */
export function* refusalsOn(stage: Stage, extent: Extent): Iterable<Collected> {
  const calls = callsIn(stage, extent)
  const people = [...stage.people, stranger]
  const open = (subject: string) => spread(openQuestions(stage, calls, subject), extent.most * 100)
  for (const by of people) {
    yield* answersTo(stage, by, calls)
    yield* answersTo(stage, by, open('me'))
  }
  for (const subject of people) {
    const about = spread(calls, extent.most * 20).map((call) => asQuestion(subject, call))
    yield* answersTo(stage, 'admin@acme.test', about)
    yield* answersTo(stage, 'admin@acme.test', spread(open(subject), extent.most * 20))
    yield* answersTo(stage, point, spread(about, extent.most * 5))
  }
}

const ways: readonly Lapse['how'][] = [
  'paused',
  'pending',
  'removed',
  'invited',
  'invited to a project',
]

/** Every refusal of people without an active membership. */
export function* lapsedRefusals(stage: Stage, extent: Extent): Iterable<Collected> {
  const calls = spread(callsIn(stage, extent), extent.most * 30)
  const people = [...stage.people, stranger].filter((one) => one !== 'admin@acme.test')
  for (const how of ways) {
    for (const [nth, person] of people.entries()) {
      const found = stage.trial(() => {
        if (how === 'invited' || how === 'invited to a project') {
          lapse(stage, { person, how: 'removed', nth })
        }
        lapse(stage, { person, how, nth })
        return [
          ...answersTo(stage, person, calls),
          ...answersTo(stage, person, spread(openQuestions(stage, calls, 'me'), extent.most * 10)),
          ...answersTo(
            stage,
            'admin@acme.test',
            spread(calls, extent.most * 5).map((call) => asQuestion(person, call)),
          ),
        ]
      })
      yield* found
    }
  }
}
