import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/ica/acme.ts'
import { ica } from '../../mocks/policies/index.ts'
import { pathGroupsInto } from '../../mocks/policy/paths/paths.ts'
import { worldIn } from '../conformance/world.ts'
import { projectIn, userIn } from '../support/in-world.ts'

const world = worldIn(ica, acme)

const kindsGiving = (permission: string): readonly string[] => {
  const person = userIn(world, 'stranger')
  const project = projectIn(world, 'genomes')
  const paths = pathGroupsInto({ policy: ica, world, person, project }).flat()
  const needed = paths.flatMap((path) => path.couldGive(permission)).flat()
  return [...new Set(needed.map(({ assignment }) => assignment.constructor.name))]
}

test.each([
  ['tenant:edit', ['OrganizationRole']],
  ['project:edit', ['EntryRole', 'OrganizationRole']],
  ['project:delete_data', ['EntryRole']],
  ['data:upload', ['EntryRight']],
  ['data:download', ['EntryRight', 'TeamRole']],
  ['base:load_files', ['EntryRole', 'TeamRole']],
])('%s is looked for only where roles give it', (permission, kinds) => {
  expect(kindsGiving(permission)).toEqual(kinds)
})
