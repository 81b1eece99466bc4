/**
 * Law: in two worlds that differ only in resources hidden from a reader, their denials are the same to
 * the byte.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'
import type { Policy } from '../../mocks/policy/index.ts'
import { operations } from '../../src/generated/operations.ts'
import { resourceOf } from '../conformance/resource.ts'
import { runs, shared, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { stranger } from './support/names.ts'
import type { Answered, Sent } from './support/send.ts'
import { everyStage, type Stage, stage as stageOf } from './support/stage.ts'
import { type Difference, differencesOn, paused } from './support/hidden-differences.ts'
import { become, type World, worldsOn } from './support/worlds.ts'

/** The possible helpers are shown to everybody: they are the purpose of a denial. */
const withoutHelpers = (text: string): string => text.replace(/"by":\[[^\]]*\]/g, '"by":[]')

/** Whether the person may see the difference; a former user sees only their own invitations. */
const sees = ({ compiled, world }: Stage, by: string, { type, name }: Difference): boolean => {
  const reader = world.user(by)
  if (reader === undefined) return world.invitation(name)?.email === by
  return compiled.mayDisclose(world, reader, { about: [{ type, id: name }] })
}

/**
 * Whether the body names hidden projects as if they did not exist: other bodies name them for their
 * contents.
 */
const hidesProjects = (operation: Sent['operation']): boolean =>
  operation === 'artifacts.move' || operation === 'artifacts.run'

/** Whether the call names it as existing, and not as something to create. */
const refersTo = ({ operation, args }: Sent, { name, type }: Difference): boolean => {
  const makes = /\.(create|add)$/.test(operation)
  const { length } = operations[operation].parameters
  const path = args.slice(0, length)
  const named = type === 'project' && hidesProjects(operation) ? path : args
  const text = JSON.stringify(makes ? withoutNew(args[length], args) : named).toLowerCase()
  return text.includes(JSON.stringify(name).toLowerCase())
}

const withoutNew = (body: unknown, args: readonly unknown[]): unknown => {
  if (typeof body !== 'object' || body === null) return args
  const { key: _, email: __, ...rest } = { key: 0, email: 0, ...body }
  return [...args.slice(0, -1), rest]
}

/** The call, and the question whether it is allowed. */
const waysToAsk = (call: Sent): readonly Sent[] => [
  call,
  ...(call.operation.startsWith('access.')
    ? []
    : [
        {
          operation: 'access.evaluate' as const,
          args: [
            {
              subject: { type: 'user', id: 'me' },
              action: { name: call.operation },
              resource: resourceOf(call),
              context: { rolecall: { args: call.args, explain: true } },
            },
          ],
        },
      ]),
]

/** The status of the call in question: a question answers 200 with the status in its decision. */
const statusOf = ({ status, body }: Answered): number => {
  const { context } = JSON.parse(body === '' ? '{}' : body)
  return typeof context?.status === 'number' ? context.status : status
}

const entryOf = (id: string) => ({ subject: { type: 'user', id }, roles: { project: 'viewer' } })

type Case = [World, Difference, { person: string; call: Sent }[]]

/** Cases that are rare among random ones, by policy. */
const examples: Readonly<Record<string, Case[]>> = {
  ica: [
    // The one person who may carry out a remedy, hidden from its reader, can no longer.
    [
      [],
      paused('lead@acme.test'),
      [
        { operation: 'projects.update', args: ['trials', {}] } as const,
        {
          operation: 'projects.members.add',
          args: ['trials', entryOf('admin@acme.test')],
        } as const,
        {
          operation: 'projects.members.add',
          args: ['trials', entryOf('engineer@acme.test')],
        } as const,
      ].map((call) => ({ person: 'statistician@acme.test', call })),
    ],
  ],
}

/** The platforms, at each level of explanation. */
const levels = Object.values<Policy>(policies).flatMap((policy) =>
  (['missing', 'nothing'] as const).map((explain) => ({
    name: `${policy.name}, explain: ${explain}`,
    stage: stageOf(policy, { explain }),
  })),
)

describe.each([...everyStage, ...levels])('on $name', ({ stage }) => {
  const { any, by } = callsOn(stage)
  const asks = fc.array(fc.record({ person: by, call: any }), { minLength: 8, maxLength: 8 })
  let compared = 0

  test(
    'no denial depends on something hidden from its reader',
    () => {
      fc.assert(
        fc.property(
          worldsOn(stage, { maxLength: 3 }),
          differencesOn(stage),
          asks,
          (world, difference, asked) => {
            stage.trial(() => {
              become(stage, world)
              for (const { person, call } of asked) {
                for (const one of waysToAsk(call)) {
                  const saw = !difference.isNew && sees(stage, person, difference)
                  const first = stage.trial(() => stage.send(person, one))
                  const second = stage.trial(() => {
                    const isThere = difference.make(stage) && !sees(stage, person, difference)
                    return isThere && person !== stranger ? stage.send(person, one) : undefined
                  })
                  if (saw || person === difference.name || !second) continue
                  const statuses = [statusOf(first), statusOf(second)]
                  if (!statuses.includes(403)) continue
                  // By 403 or 404, 403 or 422, a caller who names it learns whether it exists.
                  if (difference.isNew && refersTo(call, difference)) continue
                  compared += 1
                  const what = `${person} ${JSON.stringify(one)} with ${JSON.stringify(difference)}`
                  expect(withoutHelpers(second.body), what).toBe(withoutHelpers(first.body))
                }
              }
            })
          },
        ),
        {
          ...runs<Case>({ cases: shared, perRun: 4, least: 40 }),
          examples: examples[stage.policy.name] ?? [],
        },
      )
      expect(compared).toBeGreaterThan(0)
    },
    timeout,
  )
})
