import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { read, root } from './pages.ts'

const index = read('docs/guides/README.md')
const guides = globSync('*.md', { cwd: `${root}docs/guides`, exclude: ['README.md'] })

test.each(guides)('the index of the guides lists %s once', (guide) => {
  expect(index.split(`](${guide})`)).toHaveLength(2)
})
