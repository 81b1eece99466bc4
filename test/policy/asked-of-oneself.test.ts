import { expect, test } from 'vitest'
import { superannotate } from '../../mocks/policies/index.ts'
import { stageOf } from '../../mocks/policy-tools/stage.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { email } from '../support/acme-of.ts'

const { compiled, world } = stageOf({ policy: superannotate })

const person = (name: string) => {
  const user = world.user(email(name))
  if (!user) throw new Error(`The scenario has no ${name}.`)
  return user
}

/** What would allow annotator's call by the rules alone: nothing has been tried yet. */
const remediesOf = (operation: OperationId, ...args: string[]) =>
  compiled
    .explain(world, compiled.bind(world, person('annotator'), operation, args))
    .alternatives.map(({ calls }) => calls.map((call) => call.operation))

const entryOf = (name: string): string => {
  const entries = [...world.membersOf('street-scenes')]
  const entry = entries.find(({ subject }) => subject.id === person(name).id)
  if (!entry) throw new Error(`The scenario has no entry of ${name}.`)
  return entry.id
}

test('an admin removes contributors, and has ceased to be one', () => {
  expect(remediesOf('users.remove', email('labeler'))).toEqual([['users.update']])
  expect(remediesOf('users.remove', email('annotator'))).toEqual([])
})

test('so does a Project Admin on a project', () => {
  const remove = (name: string) =>
    remediesOf('projects.members.remove', 'street-scenes', entryOf(name))
  expect(remove('former-admin')).toEqual([['projects.members.update'], ['users.update']])
  expect(remove('annotator')).toEqual([['users.update']])
})
