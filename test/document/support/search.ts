/** Looks for requests whose answers break a law, and for the least that repeats each. */
import fc, { type Arbitrary } from 'fast-check'
import type { Draft } from './draft.ts'
import { type Ground, play } from './play.ts'

/** Requests from one start of the platform to the next. */
const perLife = 20

export interface Finding {
  readonly message: string
  /** The seed of its life: with it, the search begins there. */
  readonly seed: number
}

/** The first failure of these requests; undefined if there is none. */
async function failureOf(
  ground: Ground,
  drafts: readonly Draft[],
): Promise<{ readonly message: string; readonly at: number } | undefined> {
  let at = 0
  try {
    await play(ground, drafts, () => (at += 1))
    return undefined
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error), at }
  }
}

/** Leaves out requests as long as the last one still fails. */
async function least(ground: Ground, failing: readonly Draft[]): Promise<string | undefined> {
  let kept = failing
  let message: string | undefined
  for (let at = failing.length - 2; at >= -1; at -= 1) {
    const fewer = kept.filter((draft) => draft !== failing[at])
    const failure = await failureOf(ground, fewer)
    if (failure?.at !== fewer.length) continue
    kept = fewer
    message = failure.message
  }
  return message
}

/** What failed, without what differs from one request to the next: two of a kind are one finding. */
const kindOf = (message: string): string =>
  (message.split('\n')[0] ?? '').replaceAll(/"[^"]*"|\/\S+|\d+|\w+_\w{6,}/g, '…')

/**
 * Sends requests in lives of their own, as many as asked for. Returns one finding of each kind. The salt, a
 * digit, sets platforms with the same seed apart.
 */
export async function search(
  ground: Ground,
  requests: Arbitrary<Draft>,
  { count, seed, salt }: { readonly count: number; readonly seed: number; readonly salt: number },
): Promise<readonly Finding[]> {
  const findings = new Map<string, Finding>()
  for (let life = 0; life < count / perLife; life += 1) {
    const drafts = fc.sample(requests, { numRuns: perLife, seed: (seed + life) * 10 + salt })
    const failure = await failureOf(ground, drafts)
    if (failure === undefined || findings.has(kindOf(failure.message))) continue
    const message = (await least(ground, drafts.slice(0, failure.at))) ?? failure.message
    findings.set(kindOf(failure.message), { message, seed: seed + life })
  }
  return [...findings.values()]
}
