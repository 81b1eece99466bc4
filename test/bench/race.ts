import { Bench, type BenchOptions } from 'tinybench'

/** One contender of a race. */
export interface Contender {
  readonly name: string
  readonly run: () => unknown
}

interface Options {
  /** Operations in one run. Default 1. */
  readonly times?: number
  /** Rounds, in each of which all contenders run. Default 15. */
  readonly rounds?: number
}

/** The results of a race, by name. */
export interface Results {
  /** Milliseconds of one operation: the median of the rounds. */
  milliseconds(name: string): number
  /** The ratio of one's time to the other's: the median of the rounds. */
  ratio(name: string, other: string): number
}

/** Milliseconds of runs that are timed together, and those of each contender in a round. */
const batch = 2
const turn = 60

/**
 * Runs all contenders in turns, round after round, and measures their processor time: other work on the
 * machine slows down all of them alike, or does not count.
 */
export async function race(
  contenders: readonly Contender[],
  { times = 1, rounds = 15 }: Options = {},
): Promise<Results> {
  const alone = await latencies(contenders, { warmup: true })
  const batches = contenders.map(({ name, run }) => {
    const size = Math.max(1, Math.round(batch / (alone.get(name) ?? batch)))
    return { name, size, run: repeated(run, size) }
  })
  const taken = new Map(contenders.map(({ name }) => [name, new Array<number>()]))
  for (let round = 0; round < rounds; round += 1) {
    const found = await latencies(batches, { warmup: false, now: processorTime })
    for (const { name, size } of batches) {
      taken.get(name)?.push((found.get(name) ?? Number.NaN) / (size * times))
    }
  }
  return resultsOf(taken)
}

/** Milliseconds of one run of each, on average. */
async function latencies(
  contenders: readonly Contender[],
  options: Pick<BenchOptions, 'now' | 'warmup'>,
): Promise<ReadonlyMap<string, number>> {
  const bench = new Bench({
    time: turn,
    iterations: 2,
    warmupIterations: 2,
    throws: true,
    ...options,
  })
  for (const { name, run } of contenders) bench.add(name, run)
  const tasks = await bench.run()
  return new Map(
    tasks.map(({ name, result }) => {
      if (result.state === 'completed') return [name, result.latency.mean]
      throw new Error(`${name} did not run: ${result.state}`)
    }),
  )
}

/** Many runs as one, so that the measurement itself does not count. */
function repeated(run: () => unknown, times: number): () => unknown {
  if (run() instanceof Object) {
    return async () => {
      for (let count = 0; count < times; count += 1) await run()
    }
  }
  return () => {
    for (let count = 0; count < times; count += 1) run()
  }
}

/** Milliseconds of processor time of this thread. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The rounds of each, in milliseconds by name. */
export function resultsOf(taken: ReadonlyMap<string, readonly number[]>): Results {
  const of = (name: string): readonly number[] => taken.get(name) ?? []
  return {
    milliseconds: (name) => median(of(name)),
    ratio(name, other) {
      const others = of(other)
      return median(of(name).map((sample, round) => sample / (others[round] ?? Number.NaN)))
    },
  }
}

/** The median. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
