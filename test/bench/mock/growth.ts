import { fileURLToPath } from 'node:url'
import { execute } from '../../package/execute.ts'

/** Milliseconds of processor by kind of work; and megabytes. */
export type Grown = Readonly<Record<(typeof figures)[number], number>>

export const figures = [
  'GET one',
  'a page',
  'by status',
  'PATCH one',
  'GET any',
  'PATCH any',
  'ready',
  'reset',
  'fork',
  'heap',
  'process',
] as const

export const sizes = [1000, 10_000, 100_000, 1_000_000]

/** The costs of a mock that starts with this many users. */
export const grow = async (users: number): Promise<Grown> =>
  JSON.parse(await run('grown.ts', '--max-old-space-size=8192', users))

/** How the heap grows by so many million calls. */
export interface HeapGrowth extends Readonly<Record<string, number>> {
  /** By new records, as a multiple of their JSON. The others: the heap as a multiple of that before them. */
  readonly creations: number
}

export const heapGrowth = async (millions: number): Promise<HeapGrowth> =>
  JSON.parse(await run('flat.ts', '--max-old-space-size=4096', millions))

const run = (name: string, flag: string, count: number): Promise<string> => {
  const file = fileURLToPath(new URL(name, import.meta.url))
  return execute(process.execPath, ['--expose-gc', flag, file, String(count)])
}
