import { describe, expect, test } from 'vitest'
import { adaptive } from '../../mocks/policies/index.ts'
import { perState } from '../../mocks/policy/world/per-state.ts'
import { memo, Trie } from '../../mocks/shared/memo.ts'
import { projectScopesOf, type Requirement } from '../../mocks/policy/language/requirement.ts'
import { email } from '../support/acme-of.ts'
import { stage } from '../properties/support/stage.ts'

describe('cached results are computed once', () => {
  test('for each key', () => {
    const made: string[] = []
    const upper = memo((key: string) => {
      made.push(key)
      return { key: key.toUpperCase() }
    })
    expect([upper('a'), upper('b'), upper('a')]).toEqual([{ key: 'A' }, { key: 'B' }, { key: 'A' }])
    expect(made).toEqual(['a', 'b'])
  })

  test('at each place of a trie', () => {
    const trie = new Trie<number>()
    trie.along(['a', 1]).value = 7
    expect(trie.at('a').at(1).value).toBe(7)
    expect(trie.at('a').at('1').value).toBeUndefined()
  })

  test('for each requirement', () => {
    const requirement: Requirement = {
      all: [
        { member: 'destination' },
        { any: [{ path: 'owner' }, { permission: 'model:create', in: 'organization' }] },
        { creator: 'project' },
      ],
    }
    expect(projectScopesOf(requirement)).toEqual(['destination', 'project'])
    expect(projectScopesOf(requirement)).toBe(projectScopesOf(requirement))
  })

  test('for each state, even one that returns', () => {
    const { world, trial, send } = stage(adaptive)
    let count = 0
    const kept = perState(() => {
      count += 1
      return count
    })
    expect([kept(world), kept(world)]).toEqual([1, 1])
    trial(() => {
      send(email('admin'), { operation: 'teams.create', args: [{ key: 'quality' }] })
      expect([kept(world), kept(world)]).toEqual([2, 2])
    })
    expect(kept(world)).toBe(1)
  })
})
