import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive, definePolicy, superannotate } from '../../mocks/policies/index.ts'
import type { AccessResource } from '../../src/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf, organization } from '../support/outcome.ts'

/** A guard about two things, on an action that everybody may do. */
const own = definePolicy({
  ...adaptive,
  name: 'own',
  rules: {
    ...adaptive.rules,
    'own.look': {
      id: 'OWN-01',
      text: 'Everybody looks.',
      require: { nothing: true },
      origin: 'reading',
    },
  },
  guards: [
    ...adaptive.guards,
    {
      rule: 'OWN-02',
      on: ['own.look'],
      when: {
        all: [
          { field: 'project.key', is: ['churn', null] },
          { field: 'team.key', is: ['research', null] },
        ],
      },
      status: 409,
      code: 'invalid_state',
      text: 'Nobody looks at {project.key} of {team.key}.',
    },
  ],
})

const project = (id: string): AccessResource => ({ type: 'project', id })
const { as } = acmeOf(own, { scenario: acme })

test('a guard on an action applies if every part of it is bound', async () => {
  const text = 'Nobody looks at churn of research.'
  expect(await explainedOf(as('lead'), 'own.look', project('churn'))).toMatchObject({
    outcome: 'no',
    rule: 'OWN-02',
    status: 409,
    code: 'invalid_state',
    text,
    final: text,
  })
})

test.each([
  ['summaries', project('summaries')],
  ['a team, of no project', { type: 'team', id: 'research' }],
  ['nothing in particular', organization],
])('and forbids nothing about %s', async (_, resource) => {
  expect(await explainedOf(as('lead'), 'own.look', resource)).toMatchObject({ outcome: 'yes' })
})

test('a guard on the next state forbids no action by itself', async () => {
  const plain = { type: 'user', id: email('plain') } as const
  const owner = acmeOf(superannotate).as('admin')
  expect(await explainedOf(owner, 'grant:manage', plain)).toMatchObject({ outcome: 'yes' })
})
