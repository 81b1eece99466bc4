import fc, { type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import type { Mock } from '../../mocks/index.ts'
import { acme } from '../support/acme.ts'
import { anyCall } from './calls.ts'
import { runs, timeout } from './runs.ts'
import { type Sent, send } from './send.ts'
import { known } from './world.ts'

const stranger = 'newcomer@acme.test'

/** Everything that is hidden from whoever is in no team, and for each a name of the same make that names nothing. */
const twins: readonly (readonly [hidden: string, nothing: string])[] = [
  ...known.projects,
  ...known.members.map(({ id }) => id),
  ...known.artifacts.map(({ id }) => id),
].map((name) => [name, name.replace(/.$/, name.endsWith('z') ? 'y' : 'z')])

const mentions = ({ args }: Sent): boolean => {
  const text = JSON.stringify(args)
  return twins.some(([hidden]) => text.includes(JSON.stringify(hidden)))
}

/** The same call about things that do not exist. */
const aboutNothing = ({ operation, args }: Sent): Sent => {
  const text = twins.reduce(
    (all, [hidden, nothing]) => all.replaceAll(JSON.stringify(hidden), JSON.stringify(nothing)),
    JSON.stringify(args),
  )
  return { operation, args: JSON.parse(text) }
}

/** Bytes without what must differ: the names themselves, and the request’s id. */
const withoutNames = (body: string): string =>
  twins
    .flat()
    .reduce((text, name) => text.replaceAll(name, '…'), body)
    .replace(/"instance":"[^"]*"/, '')

/** With a team of their own, the stranger may do something there, and not ask about others. */
async function platform(own: boolean): Promise<Mock> {
  const { as, mock } = acme()
  if (own) await as('admin').users.update(stranger, { teams: { default: 'power_user' } })
  return mock
}

/** Creating is the one way to learn that a key is taken. */
const aboutHidden: Arbitrary<Sent> = anyCall.filter(
  (call) => mentions(call) && call.operation !== 'projects.create',
)

test(
  'what is hidden answers as what does not exist, to the byte but for names and ids',
  async () => {
    await fc.assert(
      fc.asyncProperty(aboutHidden, fc.boolean(), async (call, own) => {
        const hidden = await send(await platform(own), stranger, call)
        const nothing = await send(await platform(own), stranger, aboutNothing(call))
        expect(hidden.status).toBe(nothing.status)
        expect(withoutNames(hidden.body)).toBe(withoutNames(nothing.body))
      }),
      runs(400),
    )
  },
  timeout,
)

test('lists and searches leave it out', async () => {
  const client = acme().as('newcomer')
  expect((await client.projects.list()).data).toEqual([])
  expect((await client.artifacts.list()).data).toEqual([])
  for (const type of ['project', 'artifact', 'member']) {
    const { results } = await client.access.searchResources({
      subject: { type: 'user', id: 'me' },
      action: { name: 'use_case:read' },
      resource: { type },
    })
    expect(results).toEqual([])
  }
})
