import { expect, test } from 'vitest'
import { deadLinks } from './dead-links.ts'
import { readPages, root } from './pages.ts'

test('the links of all pages lead somewhere', async () => {
  const pages = readPages().map(({ path }) => path)
  expect(await deadLinks(root, pages)).toEqual([])
})
