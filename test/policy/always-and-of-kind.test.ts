import { expect, test } from 'vitest'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import { superannotate } from '../../mocks/policies/index.ts'
import { acmeOf } from '../support/acme-of.ts'
import { denial } from '../support/refusal.ts'

test("the requirement of an operation is added to that of the kind's action, in a project or not", async () => {
  const policy = {
    ...superannotate,
    changes: {
      ...superannotate.changes,
      'artifacts.run': { always: 'organization.get', ofKind: 'run' },
    },
  } satisfies Policy
  const { as, artifact } = acmeOf(policy)
  const run = await artifact('segmenter-run-1')
  await as('granted').artifacts.run(run, 'stop')

  expect(await denial(as('revoked').artifacts.run(run, 'stop'))).toMatchObject({ rule: 'SA-07' })
})
