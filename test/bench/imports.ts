import { execute } from '../package/execute.ts'
import { type Results, resultsOf } from './race.ts'
import { figure, type Report } from './report.ts'

const names = ['rolecall', 'rolecall/mocks', 'openapi-fetch', 'ky', 'openai', 'axios', 'msw/node']
const rounds = 15
const source = 'CONTRIBUTING.md'

/** Milliseconds of wall time, and of processor time. */
interface Taken {
  readonly clock: number
  readonly processor: number
}

/**
 * The time that a fresh process takes to import each: in turns, so that other work slows down all of
 * them.
 */
export async function benchmarkImports(): Promise<Report> {
  const taken = new Map(names.map((name) => [name, new Array<Taken>()]))
  // The first round brings the files into the machine's cache.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const one = await importTime(name)
      if (round > 0) taken.get(name)?.push(one)
    }
  }
  const of = (what: keyof Taken): Results =>
    resultsOf(new Map([...taken].map(([name, all]) => [name, all.map((one) => one[what])])))
  const [clock, processor] = [of('clock'), of('processor')]
  return {
    title: `Importing in a fresh process, in milliseconds: the median of ${rounds}`,
    rows: [
      ['', 'on the clock', 'of processor', '/ openapi-fetch'],
      ...names.map((name) => [
        name,
        figure(clock.milliseconds(name)),
        figure(processor.milliseconds(name)),
        `${figure(processor.ratio(name, 'openapi-fetch'))} x`,
      ]),
    ],
    notes: ['On a busy machine only the time of the processor counts.'],
    bounds: [
      {
        figure: 'rolecall / openapi-fetch',
        is: processor.ratio('rolecall', 'openapi-fetch'),
        atMost: 4,
        source,
      },
      {
        figure: 'rolecall/mocks / msw/node',
        is: processor.ratio('rolecall/mocks', 'msw/node'),
        atMost: 0.5,
        source,
      },
    ],
  }
}

async function importTime(name: string): Promise<Taken> {
  const script = `
    const [clock, { user, system }] = [performance.now(), process.threadCpuUsage()]
    await import('${name}')
    const used = process.threadCpuUsage({ user, system })
    console.log(JSON.stringify({
      clock: performance.now() - clock,
      processor: (used.user + used.system) / 1000,
    }))`
  return JSON.parse(await execute(process.execPath, ['--input-type=module', '--eval', script]))
}
