/** Values that messages tell though they are none, or no text. */
import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import { policy, start } from '../../docs/examples/github-like/start.ts'

test('a guard tells an object of an artifact’s data as JSON', async () => {
  const { scenario } = start()
  const guard = {
    rule: 'GH-17',
    on: ['artifacts.create'],
    when: { field: 'input.kind', is: 'issue' },
    status: 409,
    code: 'invalid_state',
    text: 'No size {input.data.size}.',
  } as const
  const owner = createMock({ policy: { ...policy, guards: [guard] }, scenario }).client({
    as: 'admin@acme.test',
  })
  const { text } = await owner.can('artifacts.create', {
    kind: 'issue',
    project: 'engine',
    name: 'Leak',
    data: { size: { height: 2 } },
  })
  expect(text).toBe('No size {"height":2}.')
})

test.each(['bigml', 'peltarion', 'superannotate'] as const)(
  'where %s brings no team along, an unknown default team is told so',
  (name) => {
    expect(() => createMock({ policy: name, auth: { defaultTeam: 'mine' } })).toThrow(
      'there is no such team. There is none.',
    )
  },
)
