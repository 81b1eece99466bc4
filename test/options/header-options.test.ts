import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import { RolecallError } from '../../src/index.ts'
import { rejection } from '../support/refusal.ts'

const client = createMock().client({ as: 'admin@acme.test' })

test.each([
  ['idempotencyKey', () => client.teams.create({ key: 'a' }, { idempotencyKey: 'job 😀' })],
  ['idempotencyKey', () => client.teams.create({ key: 'a' }, { idempotencyKey: 'a\nb' })],
  ['ifMatch', () => client.teams.update('support', { name: 'x' }, { ifMatch: 'x\ny' })],
])('%s must fit into a header', async (name, call) => {
  const error = await rejection(call())
  expect(error).toBeInstanceOf(RolecallError)
  expect(error).toHaveProperty('message', `${name} must be a line of Latin-1`)
})
