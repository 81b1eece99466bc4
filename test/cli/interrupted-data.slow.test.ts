import { watch } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createTeam, newFile, patient, teams, teamsIn } from './data.ts'
import { writeTemporary } from './files.ts'
import { spawnMock } from './run-cli.ts'

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
