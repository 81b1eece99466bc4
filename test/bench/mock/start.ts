import { execute } from '../../package/execute.ts'
import { type Results, resultsOf } from '../race.ts'

const programs: Readonly<Record<string, string>> = {
  rolecall: `
    const { createMock } = await import('rolecall/mocks')
    const imported = used()
    await createMock().client({ as: 'admin@acme.test' }).users.me()`,
  'msw/node': `
    const { http, HttpResponse } = await import('msw')
    const { setupServer } = await import('msw/node')
    const imported = used()
    const url = 'https://platform.example/v1/me'
    setupServer(http.get(url, () => HttpResponse.json({}))).listen()
    await (await fetch(url)).json()`,
}

const rounds = 9

/** Processor time until all is imported, and until the first answer. */
export interface Starts {
  readonly names: readonly string[]
  readonly imported: Results
  readonly answered: Results
}

/**
 * The time of a fresh process until the mock, or MSW with one handler, has answered a call: in turns.
 */
export async function raceStarts(): Promise<Starts> {
  const names = Object.keys(programs)
  const imported = new Map(names.map((name) => [name, new Array<number>()]))
  const answered = new Map(names.map((name) => [name, new Array<number>()]))
  // The first round brings the files into the machine's cache.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const script = `
        const { user, system } = process.threadCpuUsage()
        const used = () => {
          const now = process.threadCpuUsage({ user, system })
          return (now.user + now.system) / 1000
        }
        ${programs[name]}
        console.log(JSON.stringify([imported, used()]))`
      const [first, second]: number[] = JSON.parse(
        await execute(process.execPath, ['--input-type=module', '--eval', script]),
      )
      if (round === 0) continue
      imported.get(name)?.push(first ?? Number.NaN)
      answered.get(name)?.push(second ?? Number.NaN)
    }
  }
  return { names, imported: resultsOf(imported), answered: resultsOf(answered) }
}
