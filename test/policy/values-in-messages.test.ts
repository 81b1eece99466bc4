/** Messages about missing values, and about values that are no text. */
import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import { policy, start } from '../../docs/examples/github-like/start.ts'

test('a guard prints an object in the data of an artifact as JSON', async () => {
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
  'in %s, which has no teams, a default team is unknown',
  (name) => {
    expect(() => createMock({ policy: name, auth: { defaultTeam: 'mine' } })).toThrow(
      'must be the key of a team, not "mine". There are no teams.',
    )
  },
)
