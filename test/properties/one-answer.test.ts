/** Law: decide = explain = evaluate = the searches = the matrix = the client's can = the HTTP status. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { resourceOf as lookUp } from '../../mocks/policy/index.ts'
import type { Policy } from '../../mocks/policy/index.ts'
import type { ActionOutcome } from '../../mocks/policy/decide/actions.ts'
import { policies } from '../../mocks/policies/index.ts'
import type { PolicyMatrix } from '../../src/index.ts'
import { resourceOf } from '../conformance/resource.ts'
import { runs, shared, timeout } from './runs.ts'
import { evaluate, type Question, search } from './support/access.ts'
import { callsOn } from './support/calls.ts'
import { point } from './support/people.ts'
import { type Answered, answeredBy, messageOf, type Sent, succeeded } from './support/send.ts'
import { everyStage, type Stage, stageNamed } from './support/stage.ts'
import { actionsOn, thingsOn } from './support/resources.ts'
import { become, worldsOn } from './support/worlds.ts'

const perRun = 4
const several = { minLength: perRun, maxLength: perRun }

/** Rules that deny a call answer every asker the same. */
function expectRulesToAgree(
  stage: Stage,
  by: string,
  call: Sent,
  { status, json }: Answered,
): void {
  const { compiled, world } = stage
  const actor = world.user(by)
  if (
    !actor ||
    compiled.membershipDenial(actor, call.operation) ||
    json.code === 'operation_not_offered'
  )
    return
  const bound = compiled.bind(world, actor, call.operation, call.args)
  const outcome = compiled.decide(world, bound)
  expect(compiled.explain(world, bound).outcome).toBe(outcome)
  const isFound = bound.missing.length === 0 && compiled.sees(world, actor, bound.resources)
  if (!isFound || status === 400 || json.code === 'validation_failed') return
  expect(outcome === 'yes', `${status} ${json.detail}`).toBe(status !== 403)
}

/** The answer to the call, compared with the answers to its caller and to an enforcement point. */
function expectOneAnswer(stage: Stage, by: string, call: Sent): void {
  const answer = stage.trial(() => stage.send(by, call))
  expectRulesToAgree(stage, by, call, answer)
  const question = (id: string): Question => ({
    subject: { type: 'user', id },
    action: { name: call.operation },
    resource: resourceOf(call),
    context: { rolecall: { args: call.args } },
  })
  const isUser = stage.world.user(by) !== undefined
  const explained = { ...question('me'), context: { rolecall: { args: call.args, explain: true } } }
  const opinions = [
    evaluate(stage, by, explained),
    ...(isUser ? [evaluate(stage, point, question(by))] : []),
  ]
  for (const { decision, context } of opinions) {
    expect(decision, `${answer.status} ${answer.body}`).toBe(succeeded(answer))
    if (context && !decision) expect(context.status).toBe(answer.status)
  }
  if (!isUser) return
  const { found } = search(stage, point, 'access.searchSubjects', question(by), 200)
  expect(found.includes(stage.world.user(by)?.id ?? '')).toBe(succeeded(answer))
}

/** Every way to ask without arguments. */
function expectOneOutcome(
  stage: Stage,
  by: string,
  action: string,
  { type, id }: Question['resource'],
): void {
  const { compiled, world } = stage
  const actor = world.user(by)
  const thing = lookUp(world, type, id)
  if (!actor || !thing) return
  const resource = { type, id }
  const about: Question = { subject: { type: 'user', id: by }, action: { name: action }, resource }
  const { decision, context } = evaluate(stage, point, {
    ...about,
    context: { rolecall: { explain: true } },
  })
  expect(context?.allowed).toBe(decision)
  const cells = compiled.allowedActions(world, actor, thing)
  const cell = cells.find((one) => one.action === action)
  if (!cell) return
  expect(cell).toEqual({ action, outcome: context?.outcome, rule: context?.rule })
  const actions = search(stage, point, 'access.searchActions', about, 200)
  expect(actions.found.includes(action)).toBe(decision)
  const subjects = search(stage, point, 'access.searchSubjects', about, 200)
  expect(subjects.found.includes(actor.id)).toBe(decision)
  const resources = search(stage, point, 'access.searchResources', about, 200)
  const [found] = Object.values(thing.resources).slice(0, 1)
  const ids = type === 'organization' ? [world.organization.id] : idsOf(found)
  expect(ids.some((one) => resources.found.includes(one))).toBe(decision)
  expectMatrixToAgree(stage, by, cell, resource)
}

const idsOf = (thing: unknown): readonly string[] =>
  typeof thing === 'object' && thing !== null && 'id' in thing ? [String(thing.id)] : []

function expectMatrixToAgree(
  stage: Stage,
  by: string,
  { action, outcome, rule }: ActionOutcome,
  { type, id }: Question['resource'],
): void {
  const query = { resourceType: type, resourceId: id }
  const answer = stage.send(by, { operation: 'policy.matrix', args: [query] })
  if (!succeeded(answer)) return
  const { personas, cells }: PolicyMatrix = JSON.parse(answer.body)
  const persona = personas.find(({ email }) => email === by)
  const cell = cells.find((one) => one.persona === persona?.user && one.action === action)
  if (persona) expect(cell).toMatchObject({ outcome, rule })
}

describe.each(everyStage)('on $name', ({ stage }) => {
  const { any, by } = callsOn(stage)

  test(
    'about a call with its arguments',
    () => {
      const calls = fc.array(fc.record({ person: by, call: any }), several)
      fc.assert(
        fc.property(worldsOn(stage), calls, (world, asked) => {
          stage.trial(() => {
            become(stage, world)
            for (const { person, call } of asked) {
              expectOneAnswer(stage, person, call)
            }
          })
        }),
        runs({ cases: shared, perRun }),
      )
    },
    timeout,
  )

  test(
    'about an action without arguments',
    () => {
      const question = fc.record({ person: by, action: actionsOn(stage), thing: thingsOn(stage) })
      fc.assert(
        fc.property(worldsOn(stage), fc.array(question, several), (world, asked) => {
          stage.trial(() => {
            become(stage, world)
            for (const { person, action, thing } of asked) {
              expectOneOutcome(stage, person, action, thing)
            }
          })
        }),
        runs({ cases: shared, perRun }),
      )
    },
    timeout,
  )
})

describe.each(Object.values<Policy>(policies))('the client of $name', (policy) => {
  const mock: Mock = createMock({ policy })
  const stage = stageNamed(policy.name)
  const { any, by } = callsOn(stage)
  const calls = fc.array(fc.record({ person: by, call: any }), { minLength: 8, maxLength: 8 })

  test(
    'can do exactly the calls that succeed',
    async () => {
      await fc.assert(
        fc.asyncProperty(calls, async (sequence) => {
          mock.reset()
          for (const { person, call } of sequence) {
            const { operation, args } = call
            const before = mock.state
            const decision = await mock
              .client({ as: person })
              .can<string>(operation, ...args)
              // The client refuses to send what can’t be a call at all.
              .catch(() => undefined)
            expect(mock.state === before, 'asking changes nothing').toBe(true)
            const answer = answeredBy(mock.handle(messageOf(call, mock.token(person))))
            if (!decision) continue
            expect(decision.allowed, `${answer.status} ${answer.body}`).toBe(succeeded(answer))
            if (!decision.allowed) expect(decision.status).toBe(answer.status)
          }
        }),
        runs({ cases: shared, perRun: 8 }),
      )
    },
    timeout,
  )
})
