import { expect, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import { resourcesNamedBy } from '../../mocks/policy/call/names.ts'
import { resourceNames } from '../../mocks/policy/world/resources.ts'
import { operations } from '../../src/generated/operations.ts'
import { stage } from '../properties/support/stage.ts'
import { userIn } from '../support/in-world.ts'

const people = Object.entries(policies).map(([name, policy]) => [name, stage(policy)] as const)

test.each(people)(
  'a call of %s binds only resources that its operation names',
  (_, { compiled, world }) => {
    const actor = userIn(world, 'admin')
    const first = (name: string): string => {
      const records: Readonly<Record<string, Iterable<{ id: string }>>> = {
        user: world.users(),
        team: world.teams(),
        role: world.roles(),
        project: world.projects(),
        artifact: world.artifacts(),
        invitation: world.invitations(),
        token: world.tokens(),
        member: [...world.projects()].flatMap(({ key }) => [...world.membersOf(key)]),
      }
      return [...(records[name] ?? [])][0]?.id ?? 'nothing'
    }
    for (const operation of Object.keys(operations).filter(isOperation)) {
      const path = operations[operation].parameters.map(first)
      const [user, team, project] = ['user', 'team', 'project'].map(first)
      for (const subject of [
        { type: 'user', id: user },
        { type: 'team', id: team },
      ]) {
        const body = { team, project, to: user, subject }
        const { resources } = compiled.bind(world, actor, operation, [...path, body])
        const named = resourceNames.filter((name) => resources[name] !== undefined)
        expect(resourcesNamedBy(operation)).toEqual(expect.arrayContaining(named))
      }
    }
  },
)
