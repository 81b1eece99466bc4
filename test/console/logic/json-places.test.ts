import { expect, test } from 'vitest'
import { lineOf, linesOf } from '../../../console/views/policies/json-places.ts'

const text = `{
  "name": "x, \\"y\\": {",
  "roles": [
    { "key": "a/b", "permissions": ["p", "q"] },
    {
      "a/b~c": null
    }
  ],
  "empty": {}, "last": [[1], [
    2]]
}`

test.each([
  ['', 1],
  ['/name', 2],
  ['/roles', 3],
  ['/roles/0/key', 4],
  ['/roles/0/permissions/1', 4],
  ['/roles/1', 5],
  ['/roles/1/a~1b~0c', 6],
  ['/empty', 9],
  ['/last/0/0', 9],
  ['/last/1/0', 10],
])('%j stands in line %i', (pointer, line) => {
  expect(linesOf(text).get(pointer)).toBe(line)
})

test('a place that is missing is that of what it would be in', () => {
  expect(lineOf(linesOf(text), '/roles/1/name')).toBe(5)
  expect(lineOf(linesOf(text), '/nothing')).toBe(1)
})

test('a text that is no JSON has lines as far as it goes', () => {
  expect(linesOf('{"a": [1,\n').get('/a/0')).toBe(1)
  expect(linesOf(']]}"').get('')).toBe(1)
})
