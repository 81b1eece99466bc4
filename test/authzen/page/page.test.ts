import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { format } from '../../../openapi/generator/format.ts'
import { page, pageFile, strays } from './page.ts'

test('each MUST and each check of the scenario has a test', () => {
  expect(strays()).toEqual({ untested: [], unknown: [] })
})

test('the page is that of the tables: `node test/authzen/page/main.ts` writes it', async () => {
  expect(readFileSync(pageFile, 'utf8')).toBe(await format('docs/authzen.md', page()))
})
