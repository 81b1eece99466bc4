import { describe, expect, test } from 'vitest'
import { Journal } from '../../mocks/state/journal.ts'
import { Table } from '../../mocks/state/table.ts'

interface Book {
  readonly id: string
  readonly sequence: number
  readonly isbn: string
  readonly tags: readonly string[]
}

const book = (sequence: number, tags: readonly string[] = []): Book => ({
  id: `b${sequence}`,
  sequence,
  isbn: `isbn-${sequence}`,
  tags,
})

function library() {
  const journal = new Journal()
  const books = Table.of<Book, 'tag'>(journal, {
    name: 'books',
    key: ({ isbn }) => isbn,
    indexes: { tag: ({ tags }) => tags },
  })
  const ids = (found: Iterable<Book>) => [...found].map(({ id }) => id)
  return { journal, books, ids }
}

describe('a table', () => {
  test('finds a record by id, by natural key and by each value of an index', () => {
    const { books, ids } = library()
    books.put(book(1, ['old', 'red']))
    books.put(book(2, ['red']))
    expect(books.get('b1')?.isbn).toBe('isbn-1')
    expect(books.byKey('isbn-2')?.id).toBe('b2')
    expect(ids(books.where('tag', 'red'))).toEqual(['b1', 'b2'])
    expect(ids(books.where('tag', 'old'))).toEqual(['b1'])
    expect(ids(books.where('tag', 'blue'))).toEqual([])
  })

  test('moves a record between the values of an index when it changes', () => {
    const { books, ids } = library()
    books.put(book(1, ['old', 'red']))
    books.put(book(1, ['red', 'new']))
    expect(ids(books.where('tag', 'old'))).toEqual([])
    expect(ids(books.where('tag', 'new'))).toEqual(['b1'])
    expect(books.size).toBe(1)
  })

  test('keeps the order of creation, whatever the order of changes', () => {
    const { books, ids } = library()
    for (const sequence of [3, 1, 2]) books.put(book(sequence, ['all']))
    books.put(book(1, ['all', 'changed']))
    expect(ids(books)).toEqual(['b1', 'b2', 'b3'])
    expect(ids(books.where('tag', 'all'))).toEqual(['b1', 'b2', 'b3'])
  })

  test('iterates past a deleted record', () => {
    const { books, ids } = library()
    for (const sequence of [1, 2, 3, 4]) books.put(book(sequence))
    books.delete('b2')
    expect(ids(books.all.after(2))).toEqual(['b3', 'b4'])
    expect(ids(books.all.after(0))).toEqual(['b1', 'b3', 'b4'])
    expect(ids(books.all.after(4))).toEqual([])
  })

  test('refuses two records with one natural key', () => {
    const { books } = library()
    books.put(book(1))
    expect(() => books.put({ ...book(2), isbn: 'isbn-1' })).toThrow('Two records have the key')
  })

  test('freezes its records deeply', () => {
    const { books } = library()
    const record = books.put(book(1, ['red']))
    expect(Object.isFrozen(record)).toBe(true)
    expect(Object.isFrozen(record.tags)).toBe(true)
  })
})

describe('a transaction', () => {
  const keep = () => true
  const drop = () => false

  test('that is rolled back leaves everything as it was, indexes and order too', () => {
    const { books, journal, ids } = library()
    for (const sequence of [1, 2, 3]) books.put(book(sequence, ['all']))
    const before = [...books]
    journal.transaction(() => {
      books.delete('b2')
      books.put(book(3, ['changed']))
      books.put(book(4, ['all']))
      expect(ids(books)).toEqual(['b1', 'b3', 'b4'])
    }, drop)
    expect([...books]).toEqual(before)
    expect([...books].every((record, index) => record === before[index])).toBe(true)
    expect(ids(books.where('tag', 'all'))).toEqual(['b1', 'b2', 'b3'])
    expect(ids(books.where('tag', 'changed'))).toEqual([])
    expect(books.byKey('isbn-2')?.id).toBe('b2')
  })

  test('that throws is rolled back, and the error goes on', () => {
    const { books, journal } = library()
    const failing = () =>
      journal.transaction(() => {
        books.put(book(1))
        throw new Error('broken')
      }, keep)
    expect(failing).toThrow('broken')
    expect(books.size).toBe(0)
  })

  test('inside another can be rolled back alone, and is rolled back with it', () => {
    const { books, journal, ids } = library()
    journal.transaction(() => {
      books.put(book(1))
      journal.transaction(() => books.put(book(2)), drop)
      journal.transaction(() => books.put(book(3)), keep)
      expect(ids(books)).toEqual(['b1', 'b3'])
    }, drop)
    expect(ids(books)).toEqual([])
  })

  test('can read the earlier state, and deleted records', () => {
    const { books, journal, ids } = library()
    for (const sequence of [1, 2, 3]) books.put(book(sequence, ['all']))
    const { state: outer } = journal
    journal.transaction(() => {
      books.delete('b1')
      const { state: start } = journal
      journal.transaction(() => {
        books.delete('b2')
        books.put(book(3, ['changed']))
        books.put(book(4, ['all']))
        const { state } = journal
        const before = journal.before(() => ({
          all: ids(books),
          tagged: ids(books.where('tag', 'all')),
          isStart: journal.state === start,
        }))
        expect(before).toEqual({ all: ['b2', 'b3'], tagged: ['b2', 'b3'], isStart: true })
        expect(journal.state).toBe(state)
        expect(ids(books)).toEqual(['b3', 'b4'])
        expect(ids(books.where('tag', 'all'))).toEqual(['b4'])
        expect(books.byKey('isbn-2')).toBeUndefined()
        expect(journal.deleted).toEqual(['b2'])
      }, keep)
      expect(journal.deleted).toEqual(['b1', 'b2'])
    }, drop)
    expect(ids(books)).toEqual(['b1', 'b2', 'b3'])
    expect(journal.state).toBe(outer)
  })

  test('recovers from a failing read of the earlier state', () => {
    const { books, journal, ids } = library()
    books.put(book(1))
    journal.transaction(() => {
      books.delete('b1')
      const failing = () =>
        journal.before(() => {
          throw new Error('broken')
        })
      expect(failing).toThrow('broken')
      expect(ids(books)).toEqual([])
    }, keep)
    expect(ids(books)).toEqual([])
  })
})
