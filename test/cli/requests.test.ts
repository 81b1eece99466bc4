import { describe, expect, test } from 'vitest'
import { writeTemporary } from './files.ts'
import { runCli, spawnMock, spawnRolecall, startMock } from './run-cli.ts'

const patient = { timeout: 15_000 }

/** Follows a mock in a process of its own, until it prints the requests of `/v1/first`. */
async function follow(url: string, ...args: readonly string[]) {
  const follower = spawnRolecall(['requests', '--follow', '--url', url, ...args])
  const begins = async () => {
    await fetch(`${url}/v1/first`)
    return follower.printed.out
  }
  await expect.poll(begins, patient).toContain('/v1/first')
  return { ...follower, seen: follower.printed.out.length }
}

const callsIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.includes('/v1/first'))
    .join('\n')

// Processes take long to start on a busy machine.
describe('rolecall requests --follow', { timeout: 60_000 }, () => {
  test('prints each request when it is answered, and ends at a signal with 0', async () => {
    const { url } = await startMock()
    const { child, printed, ended } = await follow(url)
    await fetch(`${url}/v1/roles`)
    await expect.poll(() => printed.out, patient).toContain('roles.list()  401  unauthenticated')
    await fetch(`${url}/v1/role`)
    await expect.poll(() => printed.out, patient).toMatch(/GET \/v1\/role {2}404 {2}not_found/)
    child.kill('SIGINT')
    expect(await ended).toMatchObject({ code: 0, err: '' })
  })

  test('prints a line of JSON for each request', async () => {
    const { url } = await startMock()
    const { child, printed, ended } = await follow(url, '--json')
    await fetch(`${url}/v1/roles`)
    await expect.poll(() => printed.out, patient).toContain('roles.list')
    child.kill('SIGTERM')
    const { code, out } = await ended
    expect(code).toBe(0)
    const [line = ''] = callsIn(out).split('\n')
    expect(JSON.parse(line)).toMatchObject({ operation: 'roles.list', status: 401 })
  })

  test('prints a head and rows of CSV', async () => {
    const { url } = await startMock()
    const { child, printed, ended } = await follow(url, '--format', 'csv')
    expect(printed.out).toMatch(/^time,actor,call,status,code,rule,note\n/)
    child.kill('SIGINT')
    expect((await ended).code).toBe(0)
  })

  test('says that the mock has ended, and ends with 0', async () => {
    const { url, stop } = await startMock()
    const { ended } = await follow(url)
    await stop()
    expect(await ended).toMatchObject({
      code: 0,
      err: `${url} has ended: no more requests follow.\n`,
    })
  })

  test('ends with 2 if the mock is killed', async () => {
    const { child, url } = await spawnMock()
    const { ended } = await follow(url)
    child.kill('SIGKILL')
    const { code, err } = await ended
    expect(code).toBe(2)
    expect(err).toMatch(/^rolecall: The connection to the mock broke \(.*\)\.\n$/)
  })
})

test('rolecall requests tells what a plan of faults did', async () => {
  const rules = [
    { on: 'roles.list', latency: 20, status: 503 },
    { on: 'users.me', connection: 'reset' },
  ]
  const plan = await writeTemporary('plan.json', JSON.stringify({ rules }))
  const { url } = await startMock(['--faults', plan])
  await fetch(`${url}/v1/roles`)
  await fetch(`${url}/v1/me`).catch(() => {})
  const { out } = await runCli(['requests', '--url', url])
  expect(out).toMatch(/roles\.list\(\).*fault: 20 ms late, 503/)
  expect(out).toMatch(/users\.me\(\).*fault: connection: reset, lost after its effect/)
})

test('rolecall requests escapes the controls of a request id', async () => {
  const { url } = await startMock()
  const answer = await fetch(`${url}/v1/roles`, { headers: { 'X-Request-Id': 'a\x9b2Jb' } })
  expect(answer.headers.get('x-request-id')).toBe('a\x9b2Jb')
  const { out } = await runCli(['requests', '--url', url, '--json'])
  expect(out).toContain(String.raw`"a\u009b2Jb"`)
})

test('rolecall restore names the file that it can’t read', async () => {
  const file = await writeTemporary('wrong.json', '{"format":"rolecall/9"}')
  const { code, err } = await runCli(['restore', file])
  expect([code, err]).toEqual([
    2,
    `rolecall: ${file}: snapshot.format must be "rolecall/1", not "rolecall/9". Take a new snapshot with this version.\n`,
  ])
})
