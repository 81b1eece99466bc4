import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOperation } from '../../mocks/policy/actions.ts'
import type { Mock } from '../../mocks/index.ts'
import type { Alternative, Decision, RemedyCall } from '../../src/index.ts'
import { acme } from '../support/acme.ts'
import { anyCall, anyone } from './calls.ts'
import { runs, timeout } from './runs.ts'
import { type Answered, type Sent, send, succeeded } from './send.ts'
import { known } from './world.ts'

const question = fc.record({ by: anyone, call: anyCall, hardened: fc.boolean() })

interface Denied {
  by: string
  call: Sent
  hardened: boolean
  decision: Decision
}

/** The denial of a call, if it is one; each on a platform of its own, which always starts the same. */
async function denialOf(asked: Omit<Denied, 'decision'>): Promise<Denied | undefined> {
  const { decision } = await send(acme(asked).mock, asked.by, asked.call)
  return decision && { ...asked, decision }
}

async function run(mock: Mock, { operation, args }: RemedyCall, by: string): Promise<Answered> {
  if (!isOperation(operation)) throw new Error(`A remedy names the operation ${operation}.`)
  return await send(mock, by, { operation, args })
}

/** Runs the calls, each as the first who may, then the denied one again. */
async function afterCalls({ by, call, hardened }: Denied, calls: readonly RemedyCall[]) {
  const { mock } = acme({ hardened })
  for (const remedy of calls) await run(mock, remedy, remedy.by[0] ?? '')
  return await send(mock, by, call)
}

async function expectToHelp(denied: Denied, { calls }: Alternative): Promise<void> {
  const { mock } = acme(denied)
  for (const remedy of calls) {
    const answer = await run(mock, remedy, remedy.by[0] ?? '')
    expect(succeeded(answer), `${JSON.stringify(remedy)}: ${answer.body}`).toBe(true)
  }
  const again = await send(mock, denied.by, denied.call)
  expect(succeeded(again), `${JSON.stringify(calls)}: ${again.body}`).toBe(true)
}

async function expectEveryoneNamedToRunIt({ hardened }: Denied, { calls }: Alternative) {
  for (const [index, remedy] of calls.entries()) {
    for (const person of remedy.by) {
      const { mock } = acme({ hardened })
      for (const before of calls.slice(0, index)) await run(mock, before, before.by[0] ?? '')
      const answer = await run(mock, remedy, person)
      expect(succeeded(answer), `${person}: ${JSON.stringify(remedy)}: ${answer.body}`).toBe(true)
    }
  }
}

const properParts = <T>(items: readonly T[]): readonly T[][] =>
  items
    .reduce<T[][]>((parts, item) => [...parts, ...parts.map((part) => [...part, item])], [[]])
    .filter(({ length }) => length < items.length)

test(
  'each remedy, run as given, flips its denial, and no proper part of it does; where there is none, it says why',
  async () => {
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const denied = await denialOf(asked)
        if (!denied) return
        const { alternatives, final } = denied.decision
        expect(final === undefined, JSON.stringify(denied.decision)).toBe(alternatives.length > 0)
        const sizes = alternatives.map(({ calls }) => calls.length)
        expect(sizes).toEqual(sizes.toSorted((one, other) => one - other))
        for (const alternative of alternatives) {
          expect(alternative.calls.length).toBeGreaterThan(0)
          await expectToHelp(denied, alternative)
          await expectEveryoneNamedToRunIt(denied, alternative)
          for (const part of properParts(alternative.calls)) {
            const answer = await afterCalls(denied, part)
            expect(succeeded(answer), `${JSON.stringify(part)} is enough`).toBe(false)
          }
        }
      }),
      runs(300),
    )
  },
  timeout,
)

/** The people whom a remedy may change: the one who asks and the one that the call names. */
const peopleOf = ({ by, call }: Denied): readonly string[] => {
  const [named] = call.operation.startsWith('users.') ? call.args : []
  return [...new Set([by, ...known.users.filter((email) => email === named)])]
}

const slotOf = ({ calls }: Alternative): string | undefined => {
  const [only, more] = calls
  return more ? undefined : JSON.stringify([only?.args[0], keysIn(only?.args[1])])
}

const keysIn = (body: unknown): readonly string[] =>
  typeof body === 'object' && body !== null && 'teams' in body ? Object.keys(body.teams ?? {}) : []

test(
  'no single team role that would flip a denial goes unmentioned',
  async () => {
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const denied = await denialOf(asked)
        if (!denied) return
        const mentioned = new Set(denied.decision.alternatives.map(slotOf))
        for (const person of peopleOf(denied)) {
          for (const team of known.teams) {
            if (mentioned.has(JSON.stringify([person, [team]]))) continue
            for (const role of known.roles) {
              const args = [person, { teams: { [team]: role } }]
              const remedy = { operation: 'users.update', args, by: ['admin@acme.test'] }
              const answer = await afterCalls(denied, [remedy])
              expect(succeeded(answer), `${role} in ${team} for ${person} is enough`).toBe(false)
            }
          }
        }
      }),
      runs(40),
    )
  },
  timeout,
)
