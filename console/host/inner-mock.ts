import { isRecord } from '../../src/core/base/kind-of.ts'

/** A mock inside the page. */
export interface InnerMock {
  /** Passes a request to the mock. */
  readonly fetch: typeof globalThis.fetch
  /** Where its state is kept. */
  readonly keeps: Kept
  /** Keeps the state there from now on. The page is loaded again. */
  readonly keep: (where: Kept) => void
}

/** Where a state is kept: in this browser, also over reloads, or in the memory of the page. */
export type Kept = 'browser' | 'memory'

/** Loads the script with the mock, and starts it. */
export async function startInside(script: URL): Promise<InnerMock> {
  const loaded: unknown = await import(/* @vite-ignore */ script.href)
  const start = isRecord(loaded) ? loaded.start : undefined
  const started: unknown =
    typeof start === 'function' ? await Reflect.apply(start, undefined, []) : undefined
  if (isInnerMock(started)) return started
  throw new TypeError(`${script.pathname} starts no mock.`)
}

const isInnerMock = (value: unknown): value is InnerMock =>
  isRecord(value) && typeof value.fetch === 'function' && typeof value.keep === 'function'
