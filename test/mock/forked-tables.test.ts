import { assert, constantFrom, integer, oneof, property, record, array } from 'fast-check'
import { expect, test } from 'vitest'
import { Journal } from '../../mocks/state/journal.ts'
import { Table } from '../../mocks/state/table.ts'

interface Item {
  readonly id: string
  readonly sequence: number
  readonly key: string
  readonly tags: readonly string[]
}

const item = (sequence: number, version = 0): Item => ({
  id: `item-${sequence}`,
  sequence,
  key: `key-${sequence}-${version % 2}`,
  tags: [`tag-${sequence % 3}`, `tag-${version % 5}`, `own-${sequence}`],
})

/** A table, and the records that it must hold: a plain map, copied whole by a fork. */
class Pair {
  readonly table: Table<Item, 'tag'>
  readonly expected: Map<number, Item>

  constructor(table: Table<Item, 'tag'>, expected: Iterable<[number, Item]>) {
    this.table = table
    this.expected = new Map(expected)
  }

  fork(): Pair {
    return new Pair(this.table.fork(new Journal()), this.expected)
  }

  put(first: number, count: number, version: number): void {
    for (let sequence = first; sequence < first + count; sequence += 1) {
      const one = item(sequence, version)
      this.table.put(one)
      this.expected.set(sequence, one)
    }
  }

  delete(first: number, count: number): void {
    for (let sequence = first; sequence < first + count; sequence += 1) {
      this.table.delete(`item-${sequence}`)
      this.expected.delete(sequence)
    }
  }

  /** What the table finds. */
  found(): unknown[] {
    const { table } = this
    return [
      table.size,
      [...table],
      [...table.all.after(700)],
      tags.map((tag) => [[...table.where('tag', tag)], [...table.where('tag', tag).after(40)]]),
      sequences.map((sequence) => [
        table.get(`item-${sequence}`),
        table.byKey(`key-${sequence}-0`),
        table.byKey(`key-${sequence}-1`),
      ]),
    ]
  }

  /** What it must find. */
  wanted(): unknown[] {
    const all = [...this.expected.values()].toSorted((a, b) => a.sequence - b.sequence)
    const after = (sequence: number) => all.filter((one) => one.sequence > sequence)
    const tagged = (list: readonly Item[], tag: string) =>
      list.filter((one) => one.tags.includes(tag))
    return [
      all.length,
      all,
      after(700),
      tags.map((tag) => [tagged(all, tag), tagged(after(40), tag)]),
      sequences.map((sequence) => {
        const one = this.expected.get(sequence)
        const keyed = [0, 1].map((version) => (one?.key.endsWith(`-${version}`) ? one : undefined))
        return [one, ...keyed]
      }),
    ]
  }
}

const tags = ['tag-0', 'tag-1', 'tag-2', 'tag-3', 'tag-4', 'own-12']
const sequences = Array.from({ length: 40 }, (_, index) => index * 37)

const first = integer({ min: 0, max: 1300 })
const count = oneof(integer({ min: 1, max: 5 }), integer({ min: 60, max: 200 }))
const step = record({
  which: integer({ min: 0, max: 9 }),
  what: constantFrom('put', 'put', 'put', 'delete', 'fork'),
  first,
  count,
  version: integer({ min: 0, max: 5 }),
})

test('a table and its forks each hold what was put into them alone', () => {
  assert(
    property(array(step, { minLength: 5, maxLength: 25 }), (steps) => {
      const table = Table.of<Item, 'tag'>(new Journal(), {
        name: 'items',
        key: ({ key }) => key,
        indexes: { tag: ({ tags }) => tags },
      })
      const pairs = [new Pair(table, [])]
      for (const one of steps) {
        const pair = pairs[one.which % pairs.length]
        if (pair === undefined) continue
        if (one.what === 'fork') pairs.push(pair.fork())
        else if (one.what === 'put') pair.put(one.first, one.count, one.version)
        else pair.delete(one.first, one.count)
      }
      for (const pair of pairs) expect(pair.found()).toEqual(pair.wanted())
    }),
    { numRuns: 30 },
  )
})

test('a fork shares all that neither has changed', () => {
  const original = new Pair(
    Table.of<Item, 'tag'>(new Journal(), { name: 'items', indexes: { tag: ({ tags }) => tags } }),
    [],
  )
  original.put(1, 1000, 0)
  const fork = original.fork()
  fork.put(3, 1, 4)
  expect(fork.table.get('item-4')).toBe(original.table.get('item-4'))
  expect(original.table.get('item-3')).toEqual(item(3))
  expect(fork.table.get('item-3')).toEqual(item(3, 4))
})
