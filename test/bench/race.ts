import { Bench, type BenchOptions } from 'tinybench'

/** One way to do what all in a race do. */
export interface Contender {
  readonly name: string
  readonly run: () => unknown
}

interface Options {
  /** How often one run does it. Default 1. */
  readonly times?: number
  /** How many rounds there are, in each of which everybody runs. Default 15. */
  readonly rounds?: number
}

/** What a race showed, by name. */
export interface Results {
  /** Milliseconds that one takes: the median of the rounds. */
  milliseconds(name: string): number
  /** How many times as long one takes as the other: the median of what it was in each round. */
  ratio(name: string, other: string): number
}

/** Milliseconds of runs that are timed together, and those that each one has in a round. */
const batch = 2
const turn = 60

/**
 * Lets all run in turns, round after round, and counts the time that the processor worked for them:
 * whatever else the machine does slows down all of them alike, or does not count.
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

/** Milliseconds that one run of each takes, on average. */
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

/** As one run, so that what is timed is long beside what the timing takes. */
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

/** Milliseconds that this thread had a processor. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** What the rounds of each show, in milliseconds by name. */
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

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
