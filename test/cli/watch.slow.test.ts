import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { eveningFile, libraryFile, writeTemporary } from './files.ts'
import { refused } from './refused.ts'
import { runCli, spawnMock } from './run-cli.ts'

const source = await readFile(libraryFile, 'utf8')
const tidy = source.replace('["shelf:read", "shelf:make"]', '["shelf:read", "shelf:tidy"]')
const broken = source.replace('["shelf:read"', '["shelf:raed"')

const patient = { timeout: 15_000 }

/** A mock that watches a copy of the library's policy. */
async function watching() {
  const file = await writeTemporary('policy.json', source)
  const { printed, url } = await spawnMock([
    ...['--policy', file, '--scenario', eveningFile],
    '--watch',
  ])
  const createShelf = (key: string) =>
    runCli(['as', '--url', url, 'ada@acme.test', 'projects.create', JSON.stringify({ key })])
  return {
    file,
    url,
    printed,
    /** Whether a reader may make a shelf: the policy of the guide allows it. */
    isAllowed: async (key: string) => (await createShelf(key)).code === 0,
    out: async (text: string) => {
      await expect.poll(() => printed.out, patient).toContain(text)
    },
    err: async (text: string) => {
      await expect.poll(() => printed.err, patient).toContain(text)
    },
  }
}

test('puts a saved policy in force, on the same state, and prints what it takes', async () => {
  const { file, url, out, printed, isAllowed } = await watching()
  expect(await isAllowed('first')).toBe(true)
  await writeFile(file, tidy)
  await out(`${file} is in force.`)
  expect(printed.out).toContain('ada@acme.test\n  - projects.create yes to no')
  expect(await isAllowed('second')).toBe(false)
  const kept = await runCli(['as', '--url', url, 'ada@acme.test', 'projects.get', 'first'])
  expect(kept.code).toBe(0)
  expect(printed.err).toBe('')
})

test('takes an editor’s rename for a save, and a file that is gone for a moment', async () => {
  const { file, out, isAllowed } = await watching()
  await rm(file)
  await writeFile(`${file}~`, tidy)
  await rename(`${file}~`, file)
  await out(`${file} is in force.`)
  expect(await isAllowed('second')).toBe(false)
})

test('keeps the policy in force if the saved one is wrong, and prints the findings', async () => {
  const { file, out, err, printed, isAllowed } = await watching()
  await writeFile(file, '{ "name": ')
  await err(`${file} is not JSON: `)
  expect(await isAllowed('first')).toBe(true)
  await writeFile(file, broken)
  await err('There is no permission "shelf:raed".')
  expect(printed.err).toContain(`${file}#/roles/1/permissions/0 error unknown_permission`)
  expect(printed.err.match(/The former policy stays in force\./g)).toHaveLength(2)
  expect(await isAllowed('second')).toBe(true)
  await writeFile(file, tidy)
  await out(`${file} is in force.`)
})

test('keeps the policy in force if the state does not fit the saved one', async () => {
  const { file, err, isAllowed } = await watching()
  await writeFile(file, source.replaceAll('"reader"', '"borrower"'))
  await err('does not fit the state')
  expect(await isAllowed('first')).toBe(true)
})

test('takes saves that follow each other at once as one', async () => {
  const { file, out, printed } = await watching()
  for (let count = 0; count < 5; count += 1) await writeFile(file, `${tidy}${' '.repeat(count)}`)
  await out(`${file} is in force.`)
  expect(printed.out.match(/is in force/g)).toHaveLength(1)
})

test('reads the policy as data: a file of code is refused', async () => {
  const { file, err } = await watching()
  await writeFile(file, 'export default { name: "code" }')
  await err(`${file} is not JSON: `)
})

test.each([[['--watch']], [['--watch', '--policy', 'bigml']]])(
  '%j says the right usage',
  async (args) => {
    expect(await refused('mock', ...args)).toBe(
      '--watch needs --policy with a file, such as --policy ./my-policy.json.',
    )
  },
)
