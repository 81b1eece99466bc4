import { expect, test } from 'vitest'
import { acme as icaAcme } from '../../mocks/policies/ica/acme.ts'
import { type Change, definePolicy, ica, superannotate } from '../../mocks/policies/index.ts'
import { type Stage, stageOf } from '../../mocks/policy-tools/stage.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { email } from '../support/acme-of.ts'
import { ownRule } from '../support/custom-rule.ts'
import { found, userIn } from '../support/in-world.ts'

const person = ({ world }: Stage, name: string) => userIn(world, name)

const entryOf = (stage: Stage, project: string, name: string): string => {
  const references = [person(stage, name).id, email(name)]
  const entries = [...stage.world.membersOf(project)]
  return found(entries.find(({ subject }) => references.includes(subject.id))).id
}

/** Remedies under the rules alone, in the view of `reader`: nothing has been tried yet. */
const toldTo = (
  reader: string,
  stage: Stage,
  name: string,
  operation: OperationId,
  ...args: string[]
) => {
  const { compiled, world } = stage
  const call = compiled.bind(world, person(stage, name), operation, args)
  return compiled
    .explain(world, call, person(stage, reader))
    .alternatives.map(({ calls }) => calls.map((one) => one.operation))
}

/** The same in the view of an administrator, who sees everybody. */
const remediesOf = (stage: Stage, name: string, operation: OperationId, ...args: string[]) =>
  toldTo('admin', stage, name, operation, ...args)

test('becoming an admin is a remedy for removing others, not for removing oneself', () => {
  const stage = stageOf({ policy: superannotate })
  const remove = (name: string) => remediesOf(stage, 'annotator', 'users.remove', email(name))
  expect(remove('labeler')).toEqual([['users.update']])
  expect(remove('annotator')).toEqual([])
})

test('no remedy reveals the role of another user to a caller who may not list users', () => {
  const stage = stageOf({ policy: superannotate })
  const remove = (name: string) =>
    toldTo('annotator', stage, 'annotator', 'users.remove', email(name))
  expect(remove('labeler')).toEqual([])
  expect(remove('granted')).toEqual([])
})

test('becoming a Project Admin is no remedy for removing the own entry', () => {
  const stage = stageOf({ policy: superannotate })
  const remove = (name: string) =>
    remediesOf(
      stage,
      'annotator',
      'projects.members.remove',
      'street-scenes',
      entryOf(stage, 'street-scenes', name),
    )
  expect(remove('former-admin')).toEqual([['projects.members.update'], ['users.update']])
  expect(remove('annotator')).toEqual([['users.update']])
})

test('an accepted e-mail entry is no invitation any more', () => {
  const remove = (asked: string) => {
    const always: Change = [
      { when: { field: 'member.status', is: 'pending' }, ask: 'own.on_project' },
      { ask: asked },
    ]
    const policy = definePolicy({
      ...ica,
      name: 'own',
      changes: { ...ica.changes, 'projects.members.remove': { always } },
      rules: {
        ...ica.rules,
        'own.on_project': ownRule({ member: 'project' }),
        'own.made': ownRule({ creator: 'project' }),
      },
    })
    const stage = stageOf({ policy, scenario: icaAcme })
    const entry = entryOf(stage, 'genomes', 'invited')
    return remediesOf(stage, 'invited', 'projects.members.remove', 'genomes', entry)
  }
  expect(remove('own.on_project')).toContainEqual(['projects.members.accept'])
  expect(remove('own.made')).not.toContainEqual(['projects.members.accept'])
})
