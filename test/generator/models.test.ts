import { describe, expectTypeOf, test } from 'vitest'
import type {
  ArtifactCreate,
  ArtifactListQuery,
  MemberAdd,
  MemberUpdate,
  RoleCreate,
  TeamUpdate,
  UserCreate,
  UserUpdate,
} from '../../src/generated/models.ts'
import type { AdaptiveKeys, PolicyKeys } from '../../src/generated/policies.ts'
import type { components, operations } from '../../src/generated/schema.ts'

type Schemas = components['schemas']

interface GrantingKeys extends PolicyKeys {
  role: 'owner' | 'admin'
  grant: 'explore'
}

describe('models of requests', () => {
  test('without a policy follow the document', () => {
    expectTypeOf<RoleCreate>().toEqualTypeOf<Schemas['RoleCreate']>()
    expectTypeOf<TeamUpdate>().toEqualTypeOf<Schemas['TeamUpdate']>()
    expectTypeOf<UserCreate>().toEqualTypeOf<Schemas['UserCreate']>()
    expectTypeOf<UserUpdate>().toEqualTypeOf<Schemas['UserUpdate']>()
    expectTypeOf<MemberAdd>().toEqualTypeOf<Schemas['MemberAdd']>()
    expectTypeOf<MemberUpdate>().toEqualTypeOf<Schemas['MemberUpdate']>()
    expectTypeOf<ArtifactCreate>().toEqualTypeOf<Schemas['ArtifactCreate']>()
    expectTypeOf<ArtifactListQuery>().toEqualTypeOf<
      NonNullable<operations['artifacts.list']['parameters']['query']>
    >()
  })

  test('take the keys of a policy', () => {
    expectTypeOf<RoleCreate<AdaptiveKeys>['permissions'][number]>().toEqualTypeOf<
      AdaptiveKeys['permission']
    >()
    const role: RoleCreate<AdaptiveKeys> = { key: 'reviewer', permissions: ['use_case:read'] }
    // @ts-expect-error a permission that the policy does not have
    role.permissions = ['use_case:raed']
    // @ts-expect-error a kind that the policy does not have
    const artifact: ArtifactCreate<AdaptiveKeys> = { kind: 'spaceship', name: 'Enterprise' }
    expectTypeOf(artifact.name).toBeString()
  })

  test('have no grants where the policy has none', () => {
    const none: UserUpdate<AdaptiveKeys> = { grants: {} }
    // @ts-expect-error adaptive has no grants
    none.grants = { explore: true }
    const some: UserUpdate<GrantingKeys> = { role: 'admin', grants: { explore: null } }
    // @ts-expect-error the policy has another grant
    some.grants = { orchestrate: true }
    // @ts-expect-error the policy's roles are closed
    some.teams = { support: 'reviewer' }
  })
})
