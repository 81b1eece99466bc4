import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/ica/acme.ts'
import { ica } from '../../mocks/policies/index.ts'
import { pathsInto } from '../../mocks/policy/paths/paths.ts'
import { worldIn } from '../conformance/world.ts'
import { email } from '../support/acme-of.ts'

const world = worldIn(ica, acme)

const kindsGiving = (permission: string): readonly string[] => {
  const [person, project] = [world.user(email('stranger')), world.project('genomes')]
  if (!person || !project) throw new Error('The scenario has no stranger or no genomes.')
  const ways = pathsInto({ policy: ica, world, person, project }).flat()
  const slots = ways.flatMap((way) => way.couldGive(permission)).flat()
  return [...new Set(slots.map(({ slot }) => slot.kind))]
}

test.each([
  ['tenant:edit', ['organization_role']],
  ['project:edit', ['entry_role', 'organization_role']],
  ['project:delete_data', ['entry_role']],
  ['data:upload', ['entry_right']],
  ['data:download', ['entry_right', 'team_role']],
  ['base:load_files', ['entry_role', 'team_role']],
])('%s is looked for only where roles give it', (permission, kinds) => {
  expect(kindsGiving(permission)).toEqual(kinds)
})
