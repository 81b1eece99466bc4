import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { endOf } from '../support/end-of-process.ts'

interface Link {
  readonly url: string
  readonly state: string
  readonly parent?: string
}

/** Other sites, and servers of the reader's own machine. The checker's own has a port of five digits. */
const elsewhere = String.raw`^(https:|http://localhost|http://127\.0\.0\.1:\d{4}(\D|$))`

/**
 * The relative links that lead nowhere, to a missing file or a missing heading, each after its page.
 * linkinator finds them; no request leaves the machine.
 *
 * @param folder - Links lead no further up than this folder.
 * @param pages - Markdown files in it.
 */
export async function deadLinks(folder: string, pages: readonly string[]): Promise<string[]> {
  const options = ['--markdown', '--check-fragments', '--skip', elsewhere, '--format', 'json']
  const linkinator = resolve('node_modules/linkinator/build/src/cli.js')
  const child = spawn(process.execPath, [linkinator, ...pages, ...options], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { stdout, stderr } = await endOf(child)
  const found: { links: Link[] } | undefined = stdout === '' ? undefined : JSON.parse(stdout)
  if (found === undefined) throw new Error(`linkinator printed nothing but ${stderr}`)
  const checked = new Set(found.links.map(({ url }) => url))
  const unread = pages.filter((page) => !checked.has(page))
  if (unread.length > 0) throw new Error(`linkinator did not read ${unread.join(', ')}`)
  return found.links
    .filter(({ state }) => state === 'BROKEN')
    .map(({ url, parent }) => `${parent}: ${url}`)
    .toSorted()
}
