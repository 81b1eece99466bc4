/**
 * Law: no single change and no pair that would lead past a denial is missing from its remedies, by brute
 * force over all changes that a remedy may make and its reader may see. Nothing here exceeds the limit
 * of listed alternatives.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, shared, timeout } from './runs.ts'
import { type Change, changesFor, make } from './support/changes.ts'
import { type Denied, denials, onDenial } from './support/denials.ts'
import { personOf } from './support/ended-memberships.ts'
import { type Names, namesOn } from './support/names.ts'
import { slotsOf } from './support/slots.ts'
import { everyStage, type Stage } from './support/stage.ts'

/** The changes that a remedy for this denial may make. */
function candidatesFor(stage: Stage, names: Names, denied: Denied): readonly Change[] {
  const { by, resources } = denied
  const actor = personOf(stage, by)
  if (!actor || !resources) return []
  const { user, member, project, destination } = resources
  // A change of an entry names the entry, and not its subject.
  const isNamed = typeof user === 'object' && user !== actor && !member
  const named = isNamed ? [user] : []
  const projects = [project, destination].flatMap((one) =>
    typeof one === 'object' ? [one.key] : [],
  )
  return changesFor(stage, names, [actor, ...named], [...new Set(projects)]).filter(
    ({ slot, role }) => denied.mayDisclose(role, slot),
  )
}

/** Whether the changes lead past the denial, if anybody could make them. */
const helps = (stage: Stage, denied: Denied, changes: readonly Change[]): boolean =>
  stage.trial(() => changes.every((change) => make(stage, change)) && denied.isPast())

/** Of the changes of one slot, the largest: if they do not help, by monotony no smaller one does. */
function strongest(changes: readonly Change[]): readonly Change[] {
  const most = new Map<string, Change>()
  for (const change of changes) {
    const known = most.get(change.slot)
    const reach = (one?: Change): number => one?.role?.permissions.length ?? -1
    if (!known || reach(change) > reach(known)) most.set(change.slot, change)
  }
  return [...most.values()]
}

const slotsIn = ({ world }: Stage, { decision }: Denied): ReadonlySet<string> =>
  new Set(
    decision.alternatives.map(({ calls }) =>
      calls
        .flatMap((call) => slotsOf(world, call))
        .map(({ name }) => name)
        .toSorted()
        .join(),
    ),
  )

/** Pairs tried in each case; every single change is tried in all. */
const pairsPerCase = 3

describe.each(everyStage)('on $name', ({ stage }) => {
  const names = namesOn(stage)

  test.each(denials)(
    'every change that helps with $what is listed',
    ({ triesOn }) => {
      const picks = fc.array(fc.tuple(fc.nat(), fc.nat()), {
        minLength: pairsPerCase,
        maxLength: pairsPerCase,
      })
      fc.assert(
        fc.property(triesOn(stage), picks, (tried, pairs) => {
          onDenial(stage, tried, (denied) => {
            expect(denied.decision.moreAlternatives).toBeUndefined()
            const mentioned = slotsIn(stage, denied)
            const candidates = candidatesFor(stage, names, denied)
            const helpful = new Set<string>()
            for (const change of candidates) {
              if (mentioned.has(change.slot) || helpful.has(change.slot)) continue
              if (helps(stage, denied, [change])) helpful.add(change.slot)
            }
            expect([...helpful], JSON.stringify(denied)).toEqual([])
            const alone = strongest(candidates.filter(({ slot }) => !mentioned.has(slot)))
            for (const [one, other] of pairs) {
              const first = alone[one % alone.length]
              const second = alone[other % alone.length]
              if (!first || !second || first.slot === second.slot) continue
              const slots = [first.slot, second.slot].toSorted().join()
              if (mentioned.has(slots)) continue
              expect(
                helps(stage, denied, [first, second]),
                `${slots}: ${JSON.stringify(denied)}`,
              ).toBe(false)
            }
          })
        }),
        runs({ cases: shared }),
      )
    },
    timeout,
  )
})
