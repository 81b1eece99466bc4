import { chmod, readdir, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createControl } from 'rolecall/mocks/control'
import { describe, expect, test } from 'vitest'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { createTeam, newFile, patient, teams, teamsIn } from './data.ts'
import { eveningFile, libraryFile } from './files.ts'
import { startMock } from './run-cli.ts'

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
