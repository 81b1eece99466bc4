import assert from 'node:assert/strict'
import {
  type APIPromise,
  createClient,
  PermissionDeniedError,
  type Role,
  type RolesClient,
} from 'rolecall'
import { createCore } from 'rolecall/core'
import { createMock, type Mock } from 'rolecall/mocks'
import { type MockServer, serve } from 'rolecall/mocks/server'
import { render } from 'rolecall/notebook'
import { adaptive, policies, type Policy } from 'rolecall/policies'
import { rolesClient } from 'rolecall/resources/roles'
import manifest from 'rolecall/package.json' with { type: 'json' }

const mock: Mock = createMock()
const server: MockServer = await serve(mock, { port: 0 })
const signedInAs = (email: string) =>
  createClient<'adaptive'>({ baseUrl: server.url, token: mock.token(email) })

const created: APIPromise<Role> = signedInAs('admin@acme.test').roles.create({
  key: 'reviewer',
  permissions: ['use_case:read'],
})
assert.equal((await created).key, 'reviewer')

await assert.rejects(
  signedInAs('lead@acme.test').roles.create({ key: 'auditor', permissions: [] }),
  (error) => error instanceof PermissionDeniedError && error.decision?.rule === 'AD-04',
)

const token = mock.token('admin@acme.test')
const roles: RolesClient = rolesClient(createCore({ baseUrl: server.url, token }))
assert.equal((await roles.get('reviewer')).builtIn, false)

const teams = await signedInAs('admin@acme.test').teams.list()
assert.match(render(teams)['text/plain'], /in all/)

const policy: Policy = adaptive
assert.equal(policies.adaptive, policy)
assert.match(manifest.version, /^\d+\.\d+\.\d+/)

await server.close()
console.log('script ran')
