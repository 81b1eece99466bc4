import { once } from 'node:events'
import { watch } from 'node:fs'
import { chmod, readFile, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSocket } from '../server/raw-request.ts'
import { writeTemporary } from './files.ts'
import { spawnMock } from './run-cli.ts'

const patient = { timeout: 15_000 }

test.each(['SIGINT', 'SIGTERM'] as const)(
  'exits at %s, open connections or not',
  async (signal) => {
    const { child, ended, url } = await spawnMock()
    await (await fetch(url)).text()
    child.kill(signal)
    expect(await ended).toMatchObject({ code: 0, err: '' })
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  },
)

test('finishes requests under way at a signal, and ends at once at the second', async () => {
  const halfSent = async () => {
    const mock = await spawnMock()
    const slow = await openSocket(Number(new URL(mock.url).port))
    slow.write(
      'POST /v1/roles HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n',
    )
    await once(slow, 'data')
    return { ...mock, slow }
  }
  const first = await halfSent()
  first.child.kill('SIGTERM')
  await refusesConnections(first.url)
  first.slow.write('{}')
  const [answer]: Buffer[] = await once(first.slow, 'data')
  expect(answer?.toString()).toMatch(/^HTTP\/1\.1 401 /)
  expect(await first.ended).toMatchObject({ code: 0, err: '' })

  const second = await halfSent()
  second.child.kill('SIGINT')
  await refusesConnections(second.url)
  second.child.kill('SIGINT')
  expect(await second.ended).toMatchObject({ code: 130 })
})

describe('--open', () => {
  /** A folder with a program in place of each that opens a page. */
  async function programs(text: string): Promise<string> {
    const file = await writeTemporary('xdg-open', text)
    await chmod(file, 0o755)
    await symlink(file, join(dirname(file), 'open'))
    return dirname(file)
  }

  test('opens the page in the browser', async () => {
    const folder = await programs('#!/bin/sh\necho "$1" > "$(dirname "$0")/opened"\n')
    const opened = once(watch(folder), 'change')
    const { url } = await spawnMock(['--open'], { PATH: `${folder}:${process.env.PATH}` })
    await opened
    await expect.poll(() => readFile(join(folder, 'opened'), 'utf8'), patient).toBe(`${url}\n`)
  })

  test.each([
    ['fails', (folder: string) => folder],
    ['is missing', () => '/nowhere'],
  ])('goes on with a line if the program %s', async (_, pathOf) => {
    const path = pathOf(await programs('#!/bin/sh\nexit 3\n'))
    const { url, printed } = await spawnMock(['--open'], { PATH: path })
    await expect
      .poll(() => printed.err, patient)
      .toMatch(/^Warning: \S*open could not open the page\./)
    expect(printed.err).toContain(`Open ${url} yourself.`)
    expect((await fetch(url)).status).toBe(200)
  })
})

async function refusesConnections(url: string): Promise<void> {
  const connects = () =>
    fetch(url).then(
      () => true,
      () => false,
    )
  await expect.poll(connects, patient).toBe(false)
}

test('has colours on a terminal alone', async () => {
  const plain = await spawnMock()
  const coloured = await spawnMock([], { FORCE_COLOR: '1' })
  expect(plain.printed.out).not.toContain('\u001B')
  expect(coloured.printed.out).toContain('\u001B[1mWho can sign in')
})
