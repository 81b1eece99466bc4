import { APIError, RolecallError } from 'rolecall'
import * as rolecall from 'rolecall'
import { describe, expect, test } from 'vitest'
import { rejection } from '../support/refusal.ts'
import { type Fact, failures, refusals } from './error-facts.ts'
import { read } from './pages.ts'

const page = read('docs/guides/errors.md')

/** The rows of the tables whose last column says whether the client retries, with their headings. */
const rows = page.split(/^## /m).flatMap((section) => {
  const [heading = ''] = section.split('\n')
  return Array.from(
    section.matchAll(/^\| `(?<name>\w+)` .*\| (?<retried>yes|no) +\|$/gm),
    ({ groups }) => ({ heading, name: groups?.name ?? '', retried: groups?.retried === 'yes' }),
  )
})
const codes = rows.filter(({ name }) => !name.endsWith('Error'))

const facts = new Map(Object.entries({ ...refusals, ...failures }))

async function errorOf(fact: Fact | undefined): Promise<RolecallError> {
  const error = await rejection(fact?.() ?? Promise.resolve())
  if (error instanceof RolecallError) return error
  throw error
}

describe('the catalogue of errors', () => {
  test('has every code once, and no other', () => {
    expect(codes.map(({ name }) => name).toSorted()).toEqual(Object.keys(refusals).toSorted())
  })

  test.each(codes)('$name is what a call ends with, as $heading', async (row) => {
    const error = await errorOf(facts.get(row.name))

    expect(error).toBeInstanceOf(APIError)
    expect(error).toHaveProperty('code', row.name)
    if (row.name !== 'unexpected_answer') {
      expect(row.heading).toBe(`${'status' in error && error.status} ${error.name}`)
    }
    // What the client's methods can't send was sent without it.
    if (error.attempts !== undefined) expect(error.attempts > 1).toBe(row.retried)
  })

  test.each(rows.filter(({ heading }) => heading === 'Without an answer'))(
    '$name is what a call ends with',
    async ({ name, retried }) => {
      const error = await errorOf(facts.get(name))

      expect(error.name).toBe(name)
      expect((error.attempts ?? 0) > 1).toBe(retried)
    },
  )

  test('has every class', () => {
    const classes = Object.keys(rolecall).filter((name) => /^[A-Z]\w*Error$/.test(name))
    const [, table = ''] = page.split(/^## Classes$/m)
    const listed = Array.from(table.matchAll(/^\| `(\w+Error)` /gm), ([, name]) => name)
    expect(new Set(listed)).toEqual(new Set(classes))
  })
})
