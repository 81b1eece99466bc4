import { RolecallError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { beforeEach, describe, expect, test } from 'vitest'
import { contract } from '../../mocks/generated/contract.ts'
import { type OperationId, operations } from '../../src/generated/operations.ts'

const mock = createMock()
const admin = mock.client({ as: 'admin@acme.test' })

const ids = Object.keys(operations).filter((id): id is OperationId => id in operations)
const argsOf = (id: OperationId) => [
  ...operations[id].parameters.map(() => 'a'),
  ...(operations[id].input ? [{}] : []),
]

beforeEach(() => mock.reset())

/** Rejection of the call, if it is an error of the client. */
async function complaintOf(call: Promise<unknown>): Promise<string | undefined> {
  const error: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  const isOwn = error instanceof RolecallError && error.constructor === RolecallError
  return isOwn ? error.message : undefined
}

describe.each(ids)('%s', (id) => {
  const { ifMatch = false, idempotent = false } = contract[id]

  test.each([
    ['ifMatch', ifMatch],
    ['idempotencyKey', idempotent],
  ])('takes %s where it has an effect, and refuses it elsewhere', async (name, takes) => {
    const complaint = `${id}: ${name} must be left out`
    const call = admin.call<string>(id, ...argsOf(id), { [name]: 'v1' })
    expect(await complaintOf(call)).toBe(takes ? undefined : complaint)
    expect(mock.requests.length > 0).toBe(takes)
  })

  test.each(['ifMatch', 'idempotencyKey'])('cannot be asked about with %s', async (name) => {
    const asked = admin.can<string>(id, ...argsOf(id), { [name]: 'v1' })
    expect(await complaintOf(asked)).toBe(`${id}: ${name} must be left out`)
    expect(mock.requests).toHaveLength(0)
  })

  test('accepts null or undefined for either', async () => {
    for (const none of [null, undefined]) {
      const options = { ifMatch: none, idempotencyKey: none }
      expect(await complaintOf(admin.call<string>(id, ...argsOf(id), options))).toBeUndefined()
    }
  })
})

test.each(['ifMatch', 'idempotencyKey'])(
  'several questions and abilities refuse %s',
  async (name) => {
    const options = { [name]: 'v1' }
    const asked = [admin.can.all([['users.me']], options), admin.abilities(undefined, options)]
    for (const call of asked) expect(await complaintOf(call)).toMatch(`${name} must be left out`)
    expect(mock.requests).toHaveLength(0)
  },
)

test('an update by a function takes both, and reads without them', async () => {
  const { etag } = await admin.teams.get('support')
  const options = { ifMatch: etag, idempotencyKey: 'once' }
  const team = await admin.teams.update('support', () => ({ name: 'Help' }), options)
  expect(team.name).toBe('Help')
})
