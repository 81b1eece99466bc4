/** Law: each cell of the matrix equals the answer of evaluate: the outcome, and the deciding rule. */
import { describe, expect, test } from 'vitest'
import type { PolicyMatrix } from '../../src/index.ts'
import { evaluateAll, type Evaluated, type Question } from './support/access.ts'
import { everyStage, type Stage } from './support/stage.ts'
import { namesOn } from './support/names.ts'

const admin = 'admin@acme.test'

/** The cells of a matrix, and the answers of evaluate for each. */
function cellsOf(stage: Stage, resource: Question['resource']) {
  const query = { resourceType: resource.type, resourceId: resource.id }
  const { status, body } = stage.send(admin, { operation: 'policy.matrix', args: [query] })
  if (status !== 200) return []
  const { cells }: PolicyMatrix = JSON.parse(body)
  const questions = cells.map(({ persona, action }): Question => ({
    subject: { type: 'user', id: persona },
    action: { name: action },
    resource,
    context: { rolecall: { explain: true } },
  }))
  const answers: Evaluated[] = []
  for (let from = 0; from < questions.length; from += 50) {
    answers.push(...evaluateAll(stage, admin, questions.slice(from, from + 50)))
  }
  return cells.map(({ persona, action, outcome, rule }, index) => ({
    cell: { persona, action, outcome, rule },
    answer: {
      persona,
      action,
      outcome: answers[index]?.context?.outcome,
      rule: answers[index]?.context?.rule,
    },
  }))
}

describe.each(everyStage)('on $name', ({ stage }) => {
  const { projects, artifacts, users, invitations, members } = namesOn(stage)
  const one = (type: string, [id]: readonly string[]) => (id === undefined ? [] : [{ type, id }])

  test('of the organization, and of one resource of each type', () => {
    const resources = [
      { type: 'organization', id: 'current' },
      ...one('project', projects),
      ...one('artifact', artifacts),
      ...one('user', users),
      ...one('invitation', invitations),
      ...one(
        'member',
        members.map(([, id]) => id),
      ),
    ]
    const found = resources.flatMap((resource) => cellsOf(stage, resource))
    expect(found.length).toBeGreaterThan(100)
    expect(found.map(({ cell }) => cell)).toEqual(found.map(({ answer }) => answer))
  })
})
