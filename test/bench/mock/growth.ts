import { fileURLToPath } from 'node:url'
import { execute } from '../../package/execute.ts'

/** Milliseconds of processor by kind of work; and megabytes. */
export type Grown = Readonly<Record<(typeof figures)[number], number>>

export const figures = [
  'GET one',
  'a page',
  'by status',
  'PATCH one',
  'ready',
  'reset',
  'memory',
] as const

export const sizes = [1000, 10_000, 100_000, 1_000_000]

/** The costs of a mock that starts with this many users. */
export async function grow(users: number): Promise<Grown> {
  const file = fileURLToPath(new URL('grown.ts', import.meta.url))
  const flags = ['--expose-gc', '--max-old-space-size=8192']
  return JSON.parse(await execute(process.execPath, [...flags, file, String(users)]))
}
