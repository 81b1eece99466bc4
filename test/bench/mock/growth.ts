import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { execute } from '../../package/execute.ts'
import { type Results, resultsOf } from '../race.ts'
import { type Kind, sizes, turns, type Whole } from './sizes.ts'

/** The costs of mocks of each size. */
interface Growth {
  /** Of a call of each kind, by size. */
  readonly calls: Readonly<Record<Kind, Results>>
  /** Measured once, in the order of the sizes. */
  readonly whole: readonly Whole[]
}

/**
 * Measures mocks of all sizes, each in a process of its own. The processes take turns, so that other work
 * on the machine slows down all of them.
 */
export async function measureGrowth(): Promise<Growth> {
  const children: Child[] = []
  try {
    // One after the other: none loads while another is measured.
    for (const size of sizes) {
      const child = fork(fileOf('grown.ts'), [String(size)], {
        execArgv: ['--expose-gc', '--max-old-space-size=8192'],
      })
      children.push([String(size), child])
      await answerOf(child)
    }
    const turnsOf = (kind: Kind) => inTurns(children, kind)
    const calls = {
      'GET one': await turnsOf('GET one'),
      'a page': await turnsOf('a page'),
      'by status': await turnsOf('by status'),
      'PATCH one': await turnsOf('PATCH one'),
      'GET any': await turnsOf('GET any'),
      'PATCH any': await turnsOf('PATCH any'),
    }
    const whole: Whole[] = []
    for (const [, child] of children) whole.push(await ask(child, 'whole'))
    return { calls, whole }
  } finally {
    for (const [, child] of children) child.kill()
  }
}

type Child = readonly [name: string, process: ChildProcess]

async function inTurns(children: readonly Child[], kind: Kind): Promise<Results> {
  const taken = new Map(children.map(([name]) => [name, new Array<number>()]))
  for (let turn = -turns.warmUp; turn < turns.number; turn += 1) {
    for (const [name, child] of children) {
      const milliseconds: number = await ask(child, kind)
      if (turn >= 0) taken.get(name)?.push(milliseconds)
    }
  }
  return resultsOf(taken)
}

function ask(child: ChildProcess, asked: 'whole'): Promise<Whole>
function ask(child: ChildProcess, asked: Kind): Promise<number>
function ask(child: ChildProcess, asked: Kind | 'whole'): Promise<unknown> {
  child.send(asked)
  return answerOf(child)
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const stopped = new AbortController()
  const { signal } = stopped
  const ended = async (): Promise<never> => {
    const [code] = await once(child, 'exit', { signal })
    throw new Error(`The process of a size ended with ${code}.`)
  }
  try {
    const [answer] = await Promise.race([once(child, 'message', { signal }), ended()])
    return answer
  } finally {
    stopped.abort()
  }
}

/** How the heap grows by so many million calls. */
export interface HeapGrowth extends Readonly<Record<string, number>> {
  /** By new records, as a multiple of their JSON. The others: the heap as a multiple of that before them. */
  readonly creations: number
}

export const heapGrowth = async (millions: number): Promise<HeapGrowth> =>
  JSON.parse(
    await execute(process.execPath, [
      '--expose-gc',
      '--max-old-space-size=4096',
      fileOf('flat.ts'),
      String(millions),
    ]),
  )

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
