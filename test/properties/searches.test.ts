/** Law: a search finds exactly what evaluate allows, in order, and its pages together are the whole. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resourcesIn } from '../../mocks/policy-diff/resources.ts'
import { runs, shared, timeout } from './runs.ts'
import { evaluateAll, type Question, search } from './support/access.ts'
import { callsOn } from './support/calls.ts'
import { point } from './support/people.ts'
import { type Stage, stages } from './support/stage.ts'
import { actionsOn, thingsOn } from './support/resources.ts'
import { become, worldsOn } from './support/worlds.ts'

/** Candidates for which the question is answered with yes. */
function allowed(
  stage: Stage,
  by: string,
  candidates: readonly string[],
  question: (candidate: string) => Question,
): readonly string[] {
  const answers = evaluateAll(stage, by, candidates.map(question))
  return candidates.filter((_, index) => answers[index]?.decision)
}

/** All pages but the last are full, and none but the only one is empty. */
function expectFull(pages: readonly number[], limit: number): void {
  expect(pages.slice(0, -1).every((length) => length === limit)).toBe(true)
  expect(pages.length === 1 || (pages.at(-1) ?? 0) > 0).toBe(true)
}

const perRun = 2

describe.each(stages)('on $policy.name', (stage) => {
  const { by } = callsOn(stage)
  const asked = fc.array(
    fc.record({
      person: by,
      action: actionsOn(stage),
      resource: thingsOn(stage),
      limit: fc.integer({ min: 1, max: 7 }),
    }),
    { minLength: perRun, maxLength: perRun },
  )
  type Asked = typeof asked extends fc.Arbitrary<(infer T)[]> ? T : never

  const holds = (law: (question: Asked) => void): void =>
    fc.assert(
      fc.property(worldsOn(stage), asked, (world, questions) => {
        stage.trial(() => {
          become(stage, world)
          for (const question of questions) if (stage.world.user(question.person)) law(question)
        })
      }),
      runs({ cases: shared, perRun }),
    )

  test(
    'searchSubjects',
    () => {
      holds(({ action: name, resource, limit }) => {
        const everyone = [...stage.world.users()].map(({ id }) => id)
        const question = (id: string): Question => ({
          subject: { type: 'user', id },
          action: { name },
          resource,
        })
        const { found, pages } = search(stage, point, 'access.searchSubjects', question(''), limit)
        expect(found).toEqual(allowed(stage, point, everyone, question))
        expectFull(pages, limit)
      })
    },
    timeout,
  )

  test(
    'searchResources',
    () => {
      holds(({ person, action: name, resource: { type }, limit }) => {
        const ids =
          type === 'organization'
            ? [stage.world.organization.id]
            : resourcesIn(stage.world).flatMap(({ type: of, resource }) => {
                const id = of === type ? idOf(resource.resources, type) : undefined
                return id === undefined ? [] : [id]
              })
        const question = (id: string): Question => ({
          subject: { type: 'user', id: person },
          action: { name },
          resource: { type, id },
        })
        const { found, pages } = search(stage, point, 'access.searchResources', question(''), limit)
        expect(found.toSorted()).toEqual(allowed(stage, point, ids, question).toSorted())
        expectFull(pages, limit)
      })
    },
    timeout,
  )

  test(
    'searchActions',
    () => {
      const actions = [...Object.keys(stage.policy.changes), ...Object.keys(stage.policy.rules)]
      holds(({ person, resource, limit }) => {
        const subject = { type: 'user' as const, id: person }
        const about = { subject, resource }
        const { found, pages } = search(stage, point, 'access.searchActions', about, limit)
        expectFull(pages, limit)
        expect(new Set(found).size).toBe(found.length)
        const yes = allowed(stage, point, actions, (name) => ({ ...about, action: { name } }))
        // An operation is listed with its own resource; evaluate answers about any other too.
        expect(yes).toEqual(expect.arrayContaining([...found]))
        const own = Object.keys(stage.policy.permissions)
        expect(found.filter((name) => own.includes(name)).toSorted()).toEqual(
          yes.filter((name) => own.includes(name)).toSorted(),
        )
      })
    },
    timeout,
  )
})

function idOf(resources: object, type: string): string | undefined {
  const resource: unknown = Reflect.get(resources, type)
  return typeof resource === 'object' && resource !== null && 'id' in resource
    ? String(resource.id)
    : undefined
}
