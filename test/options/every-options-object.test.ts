import { describe, expect, test } from 'vitest'
import { type Taker, takers } from './takers/index.ts'

class Options {
  readonly timeout = 5
}

/** Rejection or error of the call. */
async function faultOf({ call }: Taker, options: unknown): Promise<unknown> {
  try {
    await call(options)
  } catch (error) {
    return error
  }
  throw new Error(`It took ${String(options)}`)
}

describe.each(Object.entries(takers))('%s', (_, taker) => {
  const { error, right, typo, wrong, required } = taker
  const [name, meant] = typo

  test('accepts valid ones', async () => {
    await expect((async () => taker.call(right))()).resolves.not.toThrow()
  })

  test(`refuses ${name}, and suggests ${meant}`, async () => {
    const fault = await faultOf(taker, { ...right, [name]: 1 })
    expect(fault).toBeInstanceOf(error)
    expect(fault).toHaveProperty('message', expect.stringContaining(name))
    expect(fault).toHaveProperty('message', expect.stringMatching(`[Dd]id you mean ${meant}`))
  })

  test.each([
    { value: null },
    { value: 'text' },
    { value: 5 },
    { value: true },
    { value: [] },
    { value: new Map() },
    { value: new Headers() },
    { value: new Options() },
    { value: () => {} },
    ...(required ? [{ value: undefined }] : []),
  ])('refuses $value in their place', async ({ value }) => {
    expect(await faultOf(taker, value)).toBeInstanceOf(error)
  })

  test.each(
    Object.entries(wrong).flatMap(([option, values]) => values.map((value) => [option, value])),
  )('refuses a wrong %s: %o', async (option, value) => {
    const fault = await faultOf(taker, { ...right, [String(option)]: value })
    expect(fault).toBeInstanceOf(error)
  })
})
