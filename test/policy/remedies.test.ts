import { expect, test } from 'vitest'
import { acme } from '../support/acme.ts'
import { email } from '../support/acme-of.ts'
import { denial } from '../support/refusal.ts'
import { waysIn } from '../support/remedy-arguments.ts'

const waysOf = async (call: PromiseLike<unknown>) => waysIn(await denial(call))

test('a set of changes is not offered if a part of it is enough', async () => {
  const { as, artifact } = acme()
  // The model is visible through research and through support; the role that may attach it in research
  // sees it there too, so nothing is needed in support.
  const model = await artifact('churn-small')
  const attach = as('analyst').artifacts.run(model, 'attach', { project: 'summaries' })
  expect(await waysOf(attach)).toEqual([
    [[email('analyst'), { teams: { research: 'power_user' } }]],
  ])
})

test('a call that concerns several teams needs all of them, or team admin instead', async () => {
  const change = { teams: { research: 'annotator', support: 'annotator' } }
  const { as } = acme()
  // Managing the users of one team shows all users.
  await as('admin').users.update(email('watcher'), { teams: { legacy: 'platform_admin' } })
  const ways = await waysOf(as('watcher').users.update(email('agent'), change))
  expect(ways).toEqual([
    [[email('watcher'), { teams: { admin: 'platform_admin' } }]],
    [
      [email('watcher'), { teams: { research: 'platform_admin' } }],
      [email('watcher'), { teams: { support: 'platform_admin' } }],
    ],
  ])
})
