import { heapGrowth, measureGrowth } from './mock/growth.ts'
import { kinds as callKinds, sizes, type Whole } from './mock/sizes.ts'
import { raceStarts } from './mock/start.ts'
import { kinds, raceWays, ways } from './mock/ways.ts'
import { type Bound, figure, type Report } from './report.ts'

const source = 'CONTRIBUTING.md'

/** The cost of a call that the mock answers, by its route. */
export async function benchmarkWays(): Promise<Report> {
  const results = await raceWays()
  const ratio = (kind: (typeof kinds)[number], one: string, other: string): number =>
    results[kind].ratio(one, other)
  return {
    title: 'A call and its answer by the client, in microseconds of processor, and as a multiple',
    rows: [
      ['', ...kinds.flatMap((kind) => [kind, ''])],
      ...Object.values(ways).map((name) => [
        name,
        ...kinds.flatMap((kind) => [
          figure(results[kind].milliseconds(name) * 1000),
          `${figure(ratio(kind, name, ways.stub))} x`,
        ]),
      ]),
    ],
    notes: ['The GET asks again what nothing has changed since; each PATCH changes something.'],
    bounds: [
      {
        figure: 'in process / a stub fetch, GET',
        is: ratio('GET', ways.inProcess, ways.stub),
        atMost: 1.5,
        source,
      },
      {
        figure: 'in process / a stub fetch, PATCH',
        is: ratio('PATCH', ways.inProcess, ways.stub),
        atMost: 4,
        source,
      },
      {
        figure: 'in process / through MSW, GET',
        is: ratio('GET', ways.inProcess, ways.msw),
        atMost: 1 / 15,
        source,
      },
    ],
  }
}

/** The cost of a test file before its first answer. */
export async function benchmarkStart(): Promise<Report> {
  const { names, imported, answered } = await raceStarts()
  const bound = (what: string, results: typeof imported, atMost: number): Bound => ({
    figure: `${what}, rolecall / msw/node`,
    is: results.ratio('rolecall', 'msw/node'),
    atMost,
    source,
  })
  return {
    title: 'A fresh process, in milliseconds of processor',
    rows: [
      ['', 'imported', 'first answer'],
      ...names.map((name) => [
        name,
        figure(imported.milliseconds(name)),
        figure(answered.milliseconds(name)),
      ]),
    ],
    bounds: [bound('imported', imported, 0.5), bound('first answer', answered, 1)],
  }
}

const wholeFigures = ['ready', 'reset', 'fork', 'heap', 'process'] as const

/** Growth of all that with the number of users. */
export async function benchmarkGrowth(): Promise<Report> {
  const { calls, whole } = await measureGrowth()
  const [, , large, huge] = whole
  const bound = (kind: (typeof callKinds)[number], size: number, atMost: number): Bound => ({
    figure: `${kind}, ${size.toLocaleString('en')} / 1,000 users`,
    is: calls[kind].ratio(String(size), '1000'),
    atMost,
    source,
  })
  const once = (name: keyof Whole, of: Whole | undefined): number => of?.[name] ?? Number.NaN
  return {
    title: 'A mock of so many users: milliseconds of processor, and megabytes',
    rows: [
      ['', ...callKinds, ...wholeFigures],
      ...sizes.map((size, index) => [
        figure(size),
        ...callKinds.map((kind) => figure(calls[kind].milliseconds(String(size)))),
        ...wholeFigures.map((name) => figure(once(name, whole[index]))),
      ]),
    ],
    notes: [
      'Each read comes after a change, and so finds nothing that was worked out before.',
      'One of the same thousand users at every size, spread over all; any of all users, whose records',
      'are not in the processor’s cache. The sizes take turns, each in a process of its own.',
    ],
    bounds: [
      ...(['GET one', 'a page', 'by status', 'PATCH one'] as const).map((kind) =>
        bound(kind, 100_000, 3),
      ),
      bound('GET one', 1_000_000, 1.3),
      bound('PATCH one', 1_000_000, 1.3),
      bound('a page', 1_000_000, 1.5),
      {
        figure: 'process, 1,000,000 users, MB',
        is: once('process', huge),
        atMost: 1000,
        source,
      },
      { figure: 'reset, 100,000 users, ms', is: once('reset', large), atMost: 30, source },
      { figure: 'fork, 100,000 users, ms', is: once('fork', large), atMost: 3, source },
    ],
  }
}

/** The heap after a million calls of a kind. */
export async function benchmarkHeap(): Promise<Report> {
  const { creations, ...flat } = await heapGrowth(1)
  const kinds = Object.entries(flat)
  return {
    title: 'The heap after a million calls, as a multiple of that before them',
    rows: [
      ...kinds.map(([kind, times]) => [kind, `${figure(times)} x`]),
      ['new records, of their JSON', `${figure(creations)} x`],
    ],
    bounds: [
      ...kinds.map(([kind, is]) => ({ figure: `heap, ${kind}`, is, atMost: 1.02, source })),
      { figure: 'heap of new records / their JSON', is: creations, atMost: 5, source },
    ],
  }
}
