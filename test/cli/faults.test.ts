import { describe, expect, test } from 'vitest'
import { writeTemporary } from './files.ts'
import { refused } from './refused.ts'
import { startMock } from './run-cli.ts'

const plan = (value: unknown) => writeTemporary('plan.json', JSON.stringify(value))

/** The status of an answer, and the milliseconds until it came. */
async function timed(url: string): Promise<{ status: number; ms: number }> {
  const start = performance.now()
  const { status } = await fetch(`${url}/v1/me`)
  return { status, ms: performance.now() - start }
}

describe('rolecall mock', () => {
  test('takes a plan of faults from a file', async () => {
    const file = await plan({ $schema: './faults.schema.json', rules: [{ nth: 2, status: 503 }] })
    const { url } = await startMock(['--faults', file])
    const statuses: number[] = []
    for (let call = 0; call < 3; call += 1) statuses.push((await timed(url)).status)
    expect(statuses).toEqual([401, 503, 401])
  })

  test('delays every answer, those of a plan too', async () => {
    const slow = await startMock(['--latency', '60'])
    expect((await timed(slow.url)).ms).toBeGreaterThan(55)
    const file = await plan({ rules: [{ latency: 60, status: 500 }] })
    const both = await startMock(['--faults', file, '--latency', '60'])
    const answer = await timed(both.url)
    expect(answer.status).toBe(500)
    expect(answer.ms).toBeGreaterThan(115)
  })

  test('refills a limit by real time, as its Retry-After says', async () => {
    const file = await plan({ rules: [{ rate: { requests: 1, per: 100 } }] })
    const { url } = await startMock(['--faults', file])
    const status = async () => (await timed(url)).status
    expect([await status(), await status()]).toEqual([401, 429])
    await expect.poll(status, { timeout: 15_000, interval: 150 }).toBe(401)
  })

  test('and by --clock real', async () => {
    const file = await plan({ rules: [{ rate: { requests: 1, per: 1 } }] })
    const { url } = await startMock(['--faults', file, '--clock', 'real'])
    await timed(url)
    await expect.poll(async () => (await timed(url)).status).toBe(401)
  })

  test.each(['change', 'frozen'])('but not by --clock %s', async (clock) => {
    const file = await plan({ rules: [{ rate: { requests: 1, per: 1 } }] })
    const { url } = await startMock(['--faults', file, '--clock', clock])
    await timed(url)
    expect((await timed(url)).status).toBe(429)
  })

  test.each([
    ['300ms', '--latency must be milliseconds from 0 to 3600000, such as 300, not "300ms".'],
    ['3600001', '--latency must be milliseconds from 0 to 3600000, such as 300, not "3600001".'],
  ])('refuses the latency %s', async (text, message) => {
    expect(await refused('mock', '--latency', text)).toBe(message)
  })

  test('refuses a wrong plan, by file and place', async () => {
    const file = await plan({ rules: [{ staus: 503 }] })
    expect(await refused('mock', '--faults', file)).toMatch(`${file}: rules[0]`)
    expect(await refused('mock', '--faults', 'no-such.json')).toBe(
      'no-such.json: there is no such file.',
    )
  })
})
