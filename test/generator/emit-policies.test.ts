import { describe, expect, test } from 'vitest'
import { emitDocs } from '../../openapi/generator/emit-docs.ts'
import { emitPolicies } from '../../openapi/generator/emit-policies.ts'
import { spec } from './fixture.ts'
import { formatted } from './emitted.ts'

describe('policies', () => {
  const castle = {
    title: 'Castle',
    permissions: { 'door:open': {} },
    roles: [{ key: 'guard' }, { key: 'king' }],
    grants: {},
    kinds: { tower: {}, moat: {} },
  }

  test("keys are closed unions of the policy's definitions", async () => {
    expect(await formatted(emitPolicies({ castle }))).toContain(`/** The keys of Castle. */
export interface CastleKeys extends PolicyKeys {
  permission: 'door:open'
  role: 'guard' | 'king'
  grant: never
  kind: 'tower' | 'moat'
}`)
  })

  test('role keys are open where users create roles', async () => {
    const text = await formatted(emitPolicies({ castle: { ...castle, customRoles: 'team' } }))
    expect(text).toContain("  role: string\n  grant: never\n  kind: 'tower' | 'moat'")
  })
})

describe('the page of who may call what', () => {
  const rule = { rule: 'CA-01', origin: 'documented' as const }
  const page = emitDocs(spec, [
    {
      name: 'castle',
      title: 'Castle',
      describe: (id) =>
        id === 'badges.create'
          ? [
              { ...rule, part: 'key', text: 'door:open | door:close' },
              { ...rule, part: 'opens', text: 'door:open | door:close' },
              { part: 'ticks', rule: 'CA-02', text: 'being the king', origin: 'reading' },
            ]
          : undefined,
    },
  ])

  test('has a heading for every operation, and one row for parts with the same requirement', () => {
    expect(page).toContain(`### badges.create

Create a badge.

| policy | part of the call | needs | rule |
| --- | --- | --- | --- |
| Castle | key, opens | door:open \\| door:close | [CA-01](rules/castle.md#ca-01) |
| Castle | ticks | being the king | [CA-02](rules/castle.md#ca-02) (reading) |`)
  })

  test('lists the operations that a platform lacks', () => {
    expect(page).toContain(
      '| Castle |  | not offered by the platform | [not_offered](rules/castle.md#not_offered) |',
    )
  })
})
