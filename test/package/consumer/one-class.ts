import assert from 'node:assert/strict'
import { createClient, NotFoundError, RolecallError } from 'rolecall'
import { createCore } from 'rolecall/core'
import * as errors from 'rolecall/errors'
import { ConfigurationError, createMock } from 'rolecall/mocks'
import { usersClient } from 'rolecall/resources/users'

// `instanceof` holds across copies of a class as well, so prototypes are compared.
assert.equal(errors.RolecallError, RolecallError)
assert.equal(errors.NotFoundError, NotFoundError)
assert.equal(Object.getPrototypeOf(ConfigurationError), RolecallError)

const mock = createMock()
const options = {
  baseUrl: 'https://platform.example',
  token: mock.token('admin@acme.test'),
  fetch: mock.fetch,
}
for (const users of [createClient(options).users, usersClient(createCore(options))]) {
  const error: unknown = await users.get('nobody@acme.test').catch((thrown: unknown) => thrown)
  assert.equal(Object.getPrototypeOf(error), NotFoundError.prototype)
}
console.log('one of each')
