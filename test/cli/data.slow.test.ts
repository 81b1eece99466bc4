import { once } from 'node:events'
import { watch } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createControl } from 'rolecall/mocks/control'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { openSocket } from '../server/raw-request.ts'
import { eveningFile, libraryFile, writeTemporary } from './files.ts'
import { refused } from './refused.ts'
import { runCli, spawnCli, spawnMock, startMock } from './run-cli.ts'

/** A path in a folder of its own, of a file that is not there yet. */
async function newFile(name = 'state.json'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-data-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, name)
}

const createTeam = (url: string, key: string) =>
  runCli(['as', '--url', url, 'admin@acme.test', 'teams.create', JSON.stringify({ key })])

const patient = { timeout: 15_000 }

async function teams(url: string): Promise<readonly string[]> {
  const { out } = await runCli(['as', '--url', url, 'admin@acme.test', 'teams.list'])
  const page: { readonly data: readonly { readonly key: string }[] } = JSON.parse(out)
  return page.data.map(({ key }) => key)
}

async function teamsIn(file: string): Promise<readonly unknown[]> {
  const value: unknown = JSON.parse(await readFile(file, 'utf8'))
  const list = isRecord(value) && isRecord(value.state) ? value.state.teams : undefined
  return Array.isArray(list) ? list.flatMap((team) => (isRecord(team) ? [team.key] : [])) : []
}

async function clockIn(file: string): Promise<unknown> {
  const value: unknown = JSON.parse(await readFile(file, 'utf8'))
  return isRecord(value) && value.clock
}

const settled = async (url: string) => (await createControl({ baseUrl: url }).snapshot()).state

const seedUser = (url: string) =>
  createControl({ baseUrl: url }).seed({ users: [{ email: 'late@acme.test' }] })

describe('rolecall mock --data', () => {
  test('goes on at the next start, with tokens, ids and the clock', async () => {
    const file = await newFile()
    const first = await startMock(['--data', file, '--seed', 'a'])
    expect((await createTeam(first.url, 'night')).code).toBe(0)
    expect(await first.stop()).toMatchObject({ code: 0 })
    expect(await clockIn(file)).toHaveProperty('now', expect.stringMatching(/^2026-/))

    const again = await startMock(['--data', file])
    expect(await teams(again.url)).toContain('night')
    expect((await createTeam(again.url, 'night')).code).toBe(1)
    const then = await clockIn(file)
    await again.stop()
    expect(await clockIn(file)).toEqual(then)
  })

  test('writes soon after a change, and not after a read', async () => {
    const file = await newFile()
    const { url } = await startMock(['--data', file])
    expect(await teamsIn(file)).not.toContain('night')
    await createTeam(url, 'night')
    await expect.poll(() => teamsIn(file), patient).toContain('night')
    expect(await readdir(dirname(file))).toEqual(['state.json', 'state.json.lock'])
  })

  test('keeps the file to its owner, and an existing file’s rights', async () => {
    const file = await newFile()
    const rights = async () => ((await stat(file)).mode & 0o777).toString(8)
    await (await startMock(['--data', file])).stop()
    expect(await rights()).toBe('600')
    await chmod(file, 0o640)
    const { url, stop } = await startMock(['--data', file])
    await createTeam(url, 'night')
    await stop()
    expect(await rights()).toBe('640')
  })

  test.each([
    ['of the package', ['--policy', 'bigml'], [], true],
    [
      'in a file',
      ['--policy', libraryFile, '--scenario', eveningFile],
      ['--scenario', eveningFile],
      true,
    ],
    ['in a file, not named again', ['--policy', libraryFile, '--scenario', eveningFile], [], false],
  ])('a reset goes to the start of a scenario %s', async (_, first, then, isToStart) => {
    const file = await newFile()
    const { stop, url } = await startMock(['--data', file, ...first])
    const start = await settled(url)
    await seedUser(url)
    const before = await settled(url)
    expect(before).not.toEqual(start)
    await stop()
    const again = await startMock(['--data', file, ...then])
    expect(await settled(again.url)).toEqual(before)
    await createControl({ baseUrl: again.url }).reset()
    expect(await settled(again.url)).toEqual(isToStart ? start : before)
    expect(again.printed.err.includes('a reset goes back to the state of now')).toBe(!isToStart)
    await again.stop()
    expect(JSON.parse(await readFile(file, 'utf8'))).toHaveProperty(
      'state',
      isToStart ? start : before,
    )
  })

  test('takes what it is told of explanations and the clock', async () => {
    const file = await newFile()
    await (await startMock(['--data', file, '--explain', 'missing', '--clock', 'frozen'])).stop()
    for (const [args, explain, pace] of [
      [[], 'missing', 'frozen'],
      [['--explain', 'nothing', '--clock', 'change'], 'nothing', 'change'],
    ] as const) {
      const { url, stop } = await startMock(['--data', file, ...args])
      const taken = await createControl({ baseUrl: url }).snapshot()
      expect(taken).toMatchObject({ explain, clock: { pace } })
      await stop()
    }
  })

  test('begins anew with --reset', async () => {
    const file = await newFile()
    const first = await startMock(['--data', file])
    await createTeam(first.url, 'night')
    await first.stop()
    const again = await startMock(['--data', file, '--reset', '--policy', 'bigml'])
    expect(again.printed.out).toContain('policy bigml')
    await again.stop()
    expect(await teamsIn(file)).not.toContain('night')
  })

  test('takes the policy, scenario and seed from the file, or the same ones again', async () => {
    const file = await newFile()
    const own = ['--policy', libraryFile, '--scenario', eveningFile, '--seed', 's', '--hardened']
    await (await startMock(['--data', file, ...own])).stop()
    for (const args of [[], own]) {
      const { printed, stop } = await startMock(['--data', file, ...args])
      expect(printed.out).toContain('(policy library, scenario evening)')
      await stop()
    }
  })
})

describe('a file that does not fit ends with 2 and is left as it is', () => {
  async function unfit(text: string, ...args: readonly string[]): Promise<string> {
    const file = await writeTemporary('state.json', text)
    const message = await refused('mock', '--port', '0', '--data', file, ...args)
    expect(message.startsWith(file), message).toBe(true)
    expect(await readFile(file, 'utf8')).toBe(text)
    expect(await readdir(dirname(file))).toEqual(['state.json'])
    return message.slice(file.length)
  }

  async function saved(...args: readonly string[]): Promise<string> {
    const file = await newFile()
    await (await startMock(['--data', file, ...args])).stop()
    return readFile(file, 'utf8')
  }

  test.each([
    ['', ' is not JSON: it ends at line 1, column 1'],
    ['{"format":"rolecall/1"', ' is not JSON: '],
    ['[]', ': snapshot must be the object that mock.snapshot() returned, not a list.'],
    ['{"format":"other/9"}', ': snapshot.format must be "rolecall/1", not "other/9".'],
    ['{"format":"rolecall/1"}', ': '],
  ])('%j', async (text, message) => {
    const told = await unfit(text)
    expect(told).toContain(message)
    expect(told).toContain('--reset begins anew.')
  })

  test('one that is cut off, or changed inside', async () => {
    const text = await saved()
    expect(await unfit(text.slice(0, text.length / 2))).toContain(' is not JSON: ')
    expect(await unfit(text.replaceAll('"support":"annotator"', '"support":"nobody"'))).toContain(
      'snapshot.state.',
    )
  })

  test.each([
    [['--policy', 'bigml'], ': Its policy is "adaptive", not "bigml". Leave --policy out.'],
    [['--scenario', 'empty'], ': Its scenario is "acme", not "empty". Leave --scenario out.'],
    [['--seed', 'other'], ': Its seed is "rolecall", not "other". Leave --seed out.'],
  ])('one of another mock than that of %j', async (args, message) => {
    expect(await unfit(await saved(), ...args)).toContain(message)
  })

  test.each([
    [['--reset'], '--reset needs --data FILE: it begins anew in that file.'],
    [['--data', './no-such-folder/state.json'], 'there is no such folder. Make it first.'],
    [['--data', '.'], '.: this is no file. Name a file.'],
    [['--data', '/dev/null'], '/dev/null: this is no file. Name a file.'],
  ])('%j says the right usage', async (args, message) => {
    expect(await refused('mock', '--port', '0', ...args)).toContain(message)
  })
})

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
})

test(
  'a file is whole if the process is killed in the middle of writing',
  { timeout: 60_000 },
  async () => {
    const file = await newFile()
    const scenario = await writeTemporary(
      'many.json',
      JSON.stringify({
        name: 'many',
        description: 'So many users that writing takes its time.',
        organization: { name: 'Many', plan: { name: 'free', features: [] } },
        teams: [{ key: 'default' }],
        users: [
          { email: 'admin@acme.test', teams: { admin: 'admin' } },
          ...Array.from({ length: 3000 }, (_, index) => ({ email: `person${index}@many.test` })),
        ],
        personas: [],
      }),
    )
    let made: readonly string[] = []
    for (const key of ['one', 'two']) {
      const start = made.length === 0 ? ['--scenario', scenario] : []
      const { child, url, ended } = await spawnMock(['--quiet', '--data', file, ...start])
      const writing = new Promise<void>((resolve) => {
        const watcher = watch(dirname(file), (_, name) => name === 'state.json.tmp' && resolve())
        onTestFinished(() => watcher.close())
      })
      expect((await createTeam(url, key)).code).toBe(0)
      await writing
      child.kill('SIGKILL')
      await ended
      // The old one, or the new one.
      const held = (await teamsIn(file)).filter((one) => ['one', 'two'].includes(String(one)))
      expect([made, [...made, key]]).toContainEqual(held)
      made = held.map(String)
    }
  },
)

test('a write that fails is told once, and ends nothing', async () => {
  const file = await newFile()
  const { child, url, printed, ended } = await spawnMock(['--data', file])
  await rm(dirname(file), { recursive: true })
  await createTeam(url, 'one')
  await expect.poll(() => printed.err, patient).toContain(`${file} can't be written (ENOENT).`)
  await createTeam(url, 'two')
  expect(await teams(url)).toContain('two')
  child.kill('SIGINT')
  expect(await ended).toMatchObject({ code: 2 })
  expect(printed.err.match(/can't be written/g)).toHaveLength(1)
})

test('the second Ctrl+C leaves no lock', { timeout: 60_000 }, async () => {
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
