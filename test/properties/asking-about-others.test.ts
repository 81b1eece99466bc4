/**
 * Law: an answer about others equals, to the byte, the answer in a world without the resources hidden
 * from the asker.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resourcesIn } from '../../mocks/policy-diff/resources.ts'
import type { Policy, UserRecord } from '../../mocks/policy/index.ts'
import { ownRule } from '../support/custom-rule.ts'
import { runs, shared, timeout } from './runs.ts'
import { inquiriesOn } from './support/questions-about-others.ts'
import { askersOn } from './support/people.ts'
import type { Answered, Sent } from './support/send.ts'
import { type Stage, stage, stages } from './support/stage.ts'
import { become, type World, worldsOn } from './support/worlds.ts'

interface Thing {
  readonly table: 'projects' | 'members' | 'artifacts'
  readonly id: string
  /** Texts by which it may be recognised. */
  readonly names: readonly string[]
}

/** Everything that the policy hides from the person. */
function hiddenFrom({ compiled, world }: Stage, person: UserRecord): readonly Thing[] {
  return resourcesIn(world).flatMap(({ resource: { resources } }): Thing[] => {
    if (compiled.sees(world, person, resources)) return []
    const { project, member, artifact } = resources
    if (artifact) return [{ table: 'artifacts', id: artifact.id, names: [artifact.id] }]
    if (member) return [{ table: 'members', id: member.id, names: [member.id] }]
    if (typeof project !== 'object') throw new Error('Something hidden is of no known type.')
    return [{ table: 'projects', id: project.id, names: [project.id, project.key] }]
  })
}

/**
 * The answer without the asker among the subjects found: their own call reveals whether a key is taken.
 */
const aboutOthers = ({ id, email }: UserRecord, { body }: Answered): string =>
  [id, email].reduce(
    (text, name) =>
      text
        .replace(`{"type":"user","id":"${name}"},`, '')
        .replace(`{"type":"user","id":"${name}"}`, ''),
    body,
  )

interface Case {
  readonly world: World
  readonly nth: number
  readonly asked: readonly Sent[]
}

const perRun = 4

/**
 * The same platform where everybody may list users, and so ask about others: most of them see little.
 */
function curious(policy: Policy): Policy {
  const opened = Object.keys(policy.changes).filter(
    (operation) => operation.startsWith('access.') || operation === 'users.list',
  )
  return {
    ...policy,
    rules: { ...policy.rules, 'own.anyone': ownRule({ nothing: true }, 'OWN-01') },
    changes: {
      ...policy.changes,
      ...Object.fromEntries(opened.map((operation) => [operation, { always: 'own.anyone' }])),
    },
  }
}

/**
 * Pairs of an asker and something hidden from them; on most platforms only users who see everything may
 * ask.
 */
const blind = stages.filter((stage) =>
  askersOn(stage).some((asker) => hiddenFrom(stage, asker).length > 0),
)

const everywhere = [
  ...blind.map((one) => ({ name: one.policy.name, stage: one })),
  ...stages.map(({ policy }) => ({
    name: `${policy.name}, where all ask`,
    stage: stage(curious(policy)),
  })),
]

describe.each(everywhere)('on $name', ({ stage }) => {
  const cases = fc.record({
    world: worldsOn(stage),
    nth: fc.nat({ max: 20 }),
    asked: fc.array(inquiriesOn(stage), { minLength: perRun, maxLength: perRun }),
  })

  /** Tries each question, asked by a user who may not see everything. */
  const onEach = (
    { world, nth, asked }: Case,
    look: (one: { asker: UserRecord; call: Sent; hidden: readonly Thing[] }) => void,
  ): void => {
    stage.trial(() => {
      become(stage, world)
      const askers = askersOn(stage)
      const blind = askers.filter((one) => hiddenFrom(stage, one).length > 0)
      const able = blind.length > 0 ? blind : askers
      const asker = able[nth % able.length]
      if (!asker) return
      const hidden = hiddenFrom(stage, asker)
      for (const call of asked) if (!asksAboutSelf(asker, call)) look({ asker, call, hidden })
    })
  }

  /** Their own call meets the hidden resource: its key may be taken. */
  const asksAboutSelf = ({ id, email }: UserRecord, { args }: Sent): boolean => {
    const text = JSON.stringify(args).toLowerCase()
    return text.includes('"args"') && [id, email].some((name) => text.includes(`"${name}"`))
  }

  test(
    'no answer depends on a hidden resource',
    () => {
      let met = 0
      fc.assert(
        fc.property(cases, (tried) => {
          onEach(tried, ({ asker, call, hidden }) => {
            if (hidden.length > 0) met += 1
            const answer = stage.trial(() => stage.send(asker.email, call))
            const without = stage.trial(() => {
              for (const { table, id } of hidden) stage.store.tables[table].delete(id)
              return stage.send(asker.email, call)
            })
            expect(aboutOthers(asker, answer), JSON.stringify(call)).toBe(
              aboutOthers(asker, without),
            )
            const named = JSON.stringify(call)
            const told = hidden.flatMap(({ names }) =>
              names.filter((name) => {
                const quoted = `"${name}"`
                // Something that they see may have the same key.
                const isTold = answer.body.includes(quoted) && !without.body.includes(quoted)
                return isTold && !named.includes(name)
              }),
            )
            expect(told, answer.body).toEqual([])
          })
        }),
        runs({ cases: shared, perRun }),
      )
      expect(met > 0).toBe(Object.keys(stage.policy.visibility).length > 0)
    },
    timeout,
  )
})
