import { execute } from '../package/execute.ts'
import { median } from './race.ts'
import { figure, type Report } from './report.ts'

const names = ['rolecall', 'rolecall/mocks', 'openapi-fetch', 'ky', 'openai', 'axios']
const rounds = 15

interface Taken {
  /** Milliseconds on the clock. */
  readonly clock: number
  /** Milliseconds that a processor worked for it. */
  readonly processor: number
}

/** How long a fresh process takes to import each: in turns, so that other work slows down all of them. */
export async function benchmarkImports(): Promise<Report> {
  const taken = new Map(names.map((name) => [name, new Array<Taken>()]))
  // The first round brings the files into the machine's cache.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const one = await importTime(name)
      if (round > 0) taken.get(name)?.push(one)
    }
  }
  const of = (name: string, what: keyof Taken): number =>
    median((taken.get(name) ?? []).map((one) => one[what]))
  return {
    title: `Importing in a fresh process, in milliseconds: the median of ${rounds}`,
    rows: [
      ['', 'on the clock', 'of processor'],
      ...names.map((name) => [name, figure(of(name, 'clock')), figure(of(name, 'processor'))]),
    ],
    notes: ['On a busy machine only the second counts.'],
    bounds: [
      {
        figure: 'import of rolecall, ms of processor',
        is: of('rolecall', 'processor'),
        atMost: 10,
        source: 'CONTRIBUTING.md',
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
