import { describe, expect, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import { describeOperation } from '../../mocks/policy/explain/operation.ts'
import { actionsOf } from '../../mocks/policy/language/changes.ts'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import { leavesOf } from '../../mocks/policy/language/requirement.ts'

const askedBy = (policy: Policy): readonly string[] => [
  ...Object.values(policy.changes).flatMap(({ always, keys, nothing }) => [
    ...(always ? actionsOf(always) : []),
    ...Object.values(keys ?? {}).flatMap(actionsOf),
    ...(nothing === undefined ? [] : [nothing]),
  ]),
  ...Object.values(policy.kinds).flatMap((kind) => [
    ...[kind.see, kind.create, kind.get, kind.update, kind.delete, kind.move].filter(
      (action) => action !== undefined,
    ),
    ...Object.values(kind.run ?? {}).map(({ ask }) => ask),
  ]),
]

const permissionsIn = (policy: Policy): readonly string[] =>
  Object.values(policy.rules).flatMap(({ require }) =>
    leavesOf(require).flatMap((leaf) => ('permission' in leaf ? [leaf.permission] : [])),
  )

describe.each(Object.values<Policy>(policies))('policy $name', (policy) => {
  test('is data: it survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy)
  })

  test('has a rule for every action of a call or an artifact kind', () => {
    expect(askedBy(policy).filter((action) => !policy.rules[action])).toEqual([])
  })

  test('has no unused rule', () => {
    const asked = new Set([...askedBy(policy), ...Object.keys(policy.permissions)])
    expect(Object.keys(policy.rules).filter((action) => !asked.has(action))).toEqual([])
  })

  test('has a rule for every permission, and requires only existing permissions', () => {
    const keys = Object.keys(policy.permissions)
    expect(keys.filter((permission) => !policy.rules[permission])).toEqual([])
    expect(permissionsIn(policy).filter((permission) => !keys.includes(permission))).toEqual([])
  })

  test('gives roles only existing permissions', () => {
    const keys = Object.keys(policy.permissions)
    const given = policy.roles.flatMap(({ permissions }) =>
      permissions === '*' ? [] : permissions,
    )
    expect(given.filter((permission) => !keys.includes(permission))).toEqual([])
  })

  test('names only operations of the API, and guards only those or their actions', () => {
    expect(Object.keys(policy.changes).filter((name) => !isOperation(name))).toEqual([])
    const asked = new Set(askedBy(policy))
    const guarded = policy.guards.flatMap(({ on }) => on)
    expect(guarded.filter((name) => !isOperation(name) && !asked.has(name))).toEqual([])
  })

  test('describes who may call each operation that it offers', () => {
    const offered = Object.keys(policy.changes).filter(isOperation)
    for (const operation of offered) {
      const lines = describeOperation(policy, operation) ?? []
      expect(
        lines.map(({ text }) => text),
        operation,
      ).not.toContain('')
      expect(lines.length, operation).toBeGreaterThan(0)
    }
  })

  test('labels each reading with the rule that it interprets, and explains it', () => {
    for (const { rule, text } of policy.readings) {
      expect(rule).toMatch(/^[A-Z]{2}-\d\d$/)
      expect(text).toMatch(/\.$/)
    }
  })
})
