import { once } from 'node:events'
import { readdir, symlink, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSocket } from '../server/raw-request.ts'
import { newFile } from './data.ts'
import { refused } from './refused.ts'
import { spawnCli, spawnMock, startMock } from './run-cli.ts'

// Processes take long to start on a busy machine.
describe('one process keeps a file', { timeout: 60_000 }, () => {
  test('a second one is refused, by any name of the file', async () => {
    const file = await newFile()
    const { child, ...first } = await spawnMock(['--data', file])
    const link = join(dirname(file), 'link.json')
    await symlink(file, link)
    for (const name of [file, link]) {
      expect(await refused('mock', '--port', '0', '--data', name)).toContain(
        `process ${child.pid} uses the file. Stop it, or name another file.`,
      )
    }
    child.kill('SIGINT')
    expect(await first.ended).toMatchObject({ code: 0 })
    await (await startMock(['--data', link])).stop()
  })

  test('and a second one in the same process', async () => {
    const file = await newFile()
    await startMock(['--data', file])
    expect(await refused('mock', '--port', '0', '--data', file)).toContain(
      `process ${process.pid} uses the file.`,
    )
  })

  test.each([
    ['of a process that was killed', { pid: 2 ** 22 + 1, host: hostname() }],
    ['with the number of this process', { pid: process.pid, host: hostname() }],
  ])('the lock %s is taken over', async (_, holder) => {
    const file = await newFile()
    await writeFile(`${file}.lock`, JSON.stringify(holder))
    await (await startMock(['--data', file])).stop()
    expect(await readdir(dirname(file))).toEqual(['state.json'])
  })

  test('the lock of another machine is not', async () => {
    const file = await newFile()
    await writeFile(`${file}.lock`, JSON.stringify({ pid: 1, host: 'elsewhere' }))
    expect(await refused('mock', '--port', '0', '--data', file)).toContain(
      `process 1 of the machine elsewhere uses the file. If it has ended, delete ${file}.lock.`,
    )
  })

  test('of several that find a lock to take over, one gets it', async () => {
    const file = await newFile()
    await writeFile(`${file}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }))
    const { promise, resolve } = Promise.withResolvers<void>()
    let refusals = 0
    const attempt = async () => {
      const { code, err } = await spawnCli(['mock', '--quiet', '--port', '0', '--data', file])
      if (code === 2 && err.includes('uses the file')) refusals += 1
      if (refusals === 2) resolve()
    }
    for (let count = 0; count < 3; count += 1) void attempt()
    await promise
  })

  test('the second Ctrl+C leaves no lock', async () => {
    const file = await newFile()
    const { child, url, ended } = await spawnMock(['--data', file])
    const slow = await openSocket(Number(new URL(url).port))
    slow.write(
      'POST /v1/roles HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n',
    )
    await once(slow, 'data')
    child.kill('SIGINT')
    await expect
      .poll(() =>
        fetch(url).then(
          () => true,
          () => false,
        ),
      )
      .toBe(false)
    child.kill('SIGINT')
    expect(await ended).toMatchObject({ code: 130 })
    expect(await readdir(dirname(file))).toEqual(['state.json'])
  })
})
