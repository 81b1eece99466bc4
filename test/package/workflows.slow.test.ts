import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { expect, onTestFinished, test } from 'vitest'
import { execute } from './execute.ts'

const redocly = 'node_modules/@redocly/cli/bin/cli.js'
const file = 'openapi/arazzo.yaml'

test('the workflows are well formed', async () => {
  await execute(process.execPath, [redocly, 'lint', file])
})

test.each([
  {
    workflow: 'onboardMember',
    input: { role: 'reader', email: 'counsel@acme.test' },
    calls: ['roles.create 201', 'users.create 201', 'users.update 200', 'users.get 200'],
  },
  {
    workflow: 'askThenDelete',
    input: { team: 'legal' },
    calls: ['access.evaluate 200', 'teams.delete 204', 'teams.get 404'],
  },
])('$workflow runs against a mock on a port', async ({ workflow, input, calls }) => {
  const mock = createMock()
  const server = await serve(mock, { port: 0 })
  onTestFinished(() => server.close())
  await mock.client({ as: 'admin@acme.test' }).teams.create({ key: 'legal' })
  const given = JSON.stringify({ token: mock.token('admin@acme.test'), ...input })
  const place = ['--server', `rolecall=${server.url}`]
  await execute(process.execPath, [
    redocly,
    ...['respect', file, '--workflow', workflow, '--input', given, ...place],
  ])
  const made = mock.requests.slice(1).map(({ operation, status }) => `${operation} ${status}`)
  expect(made).toEqual(calls)
})
