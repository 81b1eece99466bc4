import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { read, readPages, root } from './pages.ts'

const link = /\]\((?<target>[^)\s]+)\)/g
const isElsewhere = /^[a-z]+:/

test.each(readPages())('the links of $path lead somewhere', ({ path, markdown }) => {
  const targets = Array.from(markdown.matchAll(link), ({ groups }) => groups?.target ?? '')
  const own = targets.filter((target) => !isElsewhere.test(target))

  expect(own.filter((target) => !exists(path, target))).toEqual([])
})

function exists(page: string, target: string): boolean {
  const [file = '', anchor] = target.split('#')
  const path = file === '' ? page : normalize(join(dirname(page), file))
  if (!existsSync(`${root}${path}`)) return false
  return anchor === undefined || anchorsOf(read(path)).includes(anchor)
}

/** The anchors that GitHub makes of headings. */
function anchorsOf(markdown: string): string[] {
  return Array.from(markdown.matchAll(/^#+ (.*)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
