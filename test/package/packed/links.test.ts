import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { deadLinks } from '../../docs/dead-links.ts'

const installed = join(inject('consumer'), 'node_modules/rolecall')

/** The pages of the package, and a page of the comments of each source and declaration with a link. */
function pagesOfPackage(): { folder: string; pages: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-links-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of ['docs', 'LICENSE', ...globSync('*.md', { cwd: installed })])
    cpSync(join(installed, name), join(folder, name), { recursive: true })
  const pages = globSync('**/*.md', { cwd: folder })
  for (const file of globSync('{dist,src,mocks}/**/*.ts', { cwd: installed })) {
    const comments = readFileSync(join(installed, file), 'utf8').match(/\/\*\*[^]*?\*\//g) ?? []
    const markdown = comments.join('\n\n').replaceAll(/^ *(?:\/\*\*| \*\/| \*) ?| *\*\/$/gm, '')
    if (!markdown.includes('](')) continue
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, `${file}.md`), markdown)
    pages.push(`${file}.md`)
  }
  return { folder, pages }
}

test('no link in the package leads out of it, or nowhere', async () => {
  const { folder, pages } = pagesOfPackage()
  for (const page of [
    'README.md',
    'docs/guides/README.md',
    'dist/src/generated/resources/roles.d.ts.md',
  ])
    expect(pages).toContain(page)

  // Pictures would be much of the package: they are in the repository alone, and have a text here.
  const dead = await deadLinks(folder, pages)
  expect(dead.filter((link) => !/ docs\/pictures\/[\w-]+\.png$/.test(link))).toEqual([])
})
