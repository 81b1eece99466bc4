/**
 * Law: the calls of a remedy give what the denied call needs and what `gives` says, and nothing else that
 * its reader may see. The reader can run them all if and only if it says so. Of remedies with as many
 * changes, those come first that give something in the narrowest places, and of these those that give
 * least.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mention } from '../../mocks/policy/world/reader.ts'
import type { Alternative } from '../../src/index.ts'
import { runs, shared, timeout } from './runs.ts'
import { type Denied, denials, onDenial, runAll } from './support/denials.ts'
import { personOf } from './support/ended-memberships.ts'
import {
  heldElsewhere,
  neededFor,
  type Right,
  type Rights,
  rightsGained,
  rightsGiven,
  rightsOn,
} from './support/gains.ts'
import { sentOf, succeeded } from './support/send.ts'
import { everyStage, type Stage } from './support/stage.ts'

/** Fewer than other laws of remedies have: each remedy is run twice, and all that it gives is compared. */
const few = shared / 8

/** The places of gains, from the narrowest. */
const places = ['project', 'team', 'organization']

/** The most gains that an alternative tells. */
const mostTold = 10

const textOf = ({ who, place, permission }: Right): string => `${who}: ${permission} in ${place}`

/** Whether the reader may learn of the place: they see it, or the calls name it. */
function isInSight(
  { compiled, policy, world }: Stage,
  { by }: Denied,
  { calls }: Alternative,
): (right: Right) => boolean {
  const named = JSON.stringify(calls)
  const reader = world.user(by)
  return ({ place }) => {
    const [type, name = ''] = place.split(' ')
    if (type === 'organization') return true
    const found = type === 'team' ? world.team(name) : world.project(name)
    if (!found) return false
    if (named.includes(JSON.stringify(found.key))) return true
    if (type === 'team' && policy.teams.some(({ key }) => key === name)) return true
    if (type === 'team' && reader && Object.hasOwn(reader.teams, name)) return true
    const { id } = found
    const about: Mention = type === 'team' ? { type, id } : { type: 'project', id }
    return reader !== undefined && compiled.mayDisclose(world, reader, { about: [about] })
  }
}

/** Whether the reader may learn what the user's roles allow: everybody knows their own. */
function isKnown({ store, world }: Stage, { by }: Denied): (right: Right) => boolean {
  const isOpen = [...store.tables.roles].every(({ builtIn }) => builtIn)
  const isMember = world.user(by)?.status === 'active' && world.user(by)?.paused === false
  return ({ who }) => isOpen || (isMember && who === by)
}

/** The people whose rights are compared: those whom the denial names, and one more. */
function peopleOf(stage: Stage, { by, decision }: Denied): ReadonlySet<string> {
  const named = JSON.stringify(decision.alternatives.map(({ calls, gives }) => [calls, gives]))
  const others = stage.people.filter((one) => one !== by && !named.includes(JSON.stringify(one)))
  const other = others[named.length % others.length]
  const told = decision.alternatives.flatMap(({ gives }) => gives.map(({ user }) => user.email))
  // Somebody invited may be no user of the scenario, and still gain something by accepting.
  const known = stage.people.filter((one) => one === other || !others.includes(one))
  return new Set([...known, ...told])
}

function expectToGive(
  stage: Stage,
  denied: Denied,
  alternative: Alternative,
  { people, before }: { readonly people: ReadonlySet<string>; readonly before: Rights },
): void {
  const mayTell = isInSight(stage, denied, alternative)
  const isTold = isKnown(stage, denied)
  const isNeeded = neededFor(stage, alternative)
  const given = rightsGiven(alternative)
  const what = JSON.stringify({ by: denied.by, alternative })
  expect(given.filter((one) => !mayTell(one)).map(textOf), what).toEqual([])
  stage.trial(() => {
    expect(runAll(stage, alternative.calls), what).toBe(true)
    const after = rightsOn(stage, people)
    const gained = rightsGained(before, after)
    const all = new Set(gained.map(textOf))
    expect(
      given.map(textOf).filter((one) => !all.has(one)),
      what,
    ).toEqual([])
    if (alternative.gives.length === mostTold) return
    const isElsewhere = heldElsewhere(stage, after)
    const said = new Set(given.map(textOf))
    const untold = gained.filter((one) => !said.has(textOf(one)) && !isNeeded(one))
    const secret = (one: Right): boolean => !mayTell(one) || !isTold(one) || isElsewhere(one)
    expect(untold.filter((one) => !secret(one)).map(textOf), what).toEqual([])
  })
}

const isRunBy = (stage: Stage, by: string, { calls }: Alternative): boolean =>
  stage.trial(() => calls.every((call) => succeeded(stage.send(by, sentOf(call)))))

describe.each(everyStage)('on $name', ({ stage }) => {
  test.each(denials)(
    'a remedy of $what says what it gives, and to whom it is open',
    ({ triesOn }) => {
      fc.assert(
        fc.property(triesOn(stage), (tried) => {
          onDenial(stage, tried, (denied) => {
            const { alternatives } = denied.decision
            if (alternatives.length === 0) return
            const people = peopleOf(stage, denied)
            const before = rightsOn(stage, people)
            for (const alternative of alternatives) {
              // Nobody can carry it out, which its reader may not learn.
              if (alternative.calls.some(({ by }) => by.length === 0)) continue
              expectToGive(stage, denied, alternative, { people, before })
              const isRun =
                personOf(stage, denied.by) !== undefined && isRunBy(stage, denied.by, alternative)
              expect(alternative.selfService, JSON.stringify(alternative)).toBe(isRun)
            }
            const sizes = alternatives.map((one) => [
              one.missing.length,
              Math.max(-1, ...one.gives.map((gain) => places.indexOf(gain.in.type))),
              one.gives.length === mostTold ? Infinity : rightsGiven(one).length,
            ])
            expect(sizes).toEqual(
              sizes.toSorted(
                ([few = 0, narrow = 0, little = 0], [many = 0, wide = 0, much = 0]) =>
                  few - many || narrow - wide || little - much,
              ),
            )
          })
        }),
        runs({ cases: few }),
      )
    },
    timeout,
  )
})
