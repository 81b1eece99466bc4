import { expect, test } from 'vitest'
import * as errors from '../../src/errors/index.ts'
import { fromJSON, RolecallError } from '../../src/index.ts'
import { lookOf, notFound } from './error-fields.ts'

test.each([
  [{ ...notFound, requestId: 7 }],
  [{ ...notFound, retryAfter: 'soon' }],
  [{ title: 'x', status: 404, detail: 'x', code: null }],
  [{ title: 'x', status: 404, detail: 'x', instance: 7 }],
  [{ title: 'x', status: 404, detail: 'x', message: 7 }],
])('an invalid optional field of %j is left out, and the guards agree', (value) => {
  const again = fromJSON(value)
  expect(errors.isNotFound(value)).toBe(true)
  expect(errors.isNotFound(again)).toBe(true)
  expect(lookOf(again)).toMatchObject({ message: 'x', status: 404, code: 'not_found' })
  expect(again).not.toHaveProperty('requestId', 7)
  expect(again).not.toHaveProperty('retryAfter', 'soon')
})

test.each([
  [undefined, 'not undefined'],
  [null, 'not null'],
  [404, 'not number'],
  [[notFound], 'not array'],
  [{}, 'not object'],
  [{ error: notFound }, 'not object'],
  [{ name: 'NotFoundError', message: 'x' }, 'not object'],
  [{ name: 'AxiosError', message: 'x', status: 404, code: 'ERR_BAD_REQUEST' }, 'not object'],
  [{ ...notFound, code: 7 }, 'not object'],
  [{ status: 404, detail: 'Not Found' }, 'not object'],
  [{ type: 'about:blank', title: 'Not found', status: 404 }, 'not object'],
  [new Map(), 'not Map'],
  [new DOMException('It took too long', 'TimeoutError'), 'not DOMException'],
  ['"NotFoundError"', 'not string'],
])('%j is no error, and the message says so', (value, fault) => {
  expect(errors.isRolecallError(value)).toBe(false)
  expect(() => fromJSON(value)).toThrow(RolecallError)
  expect(() => fromJSON(value)).toThrow(
    `fromJSON takes the JSON of an error, or a problem with status, code and detail, ${fault}`,
  )
})

test('a string that is not JSON is refused with its reason', () => {
  expect(() => fromJSON('<h1>')).toThrow('fromJSON takes JSON, and the text is not JSON')
})
