import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { execute } from '../../package/execute.ts'
import { printedBy } from '../installed.ts'
import type { Judge } from '../verdict.ts'
import { onEachPolicy, type Outcome, type Stage } from './each-policy.ts'
import { installNightly, pathInNightly } from './installed.ts'

/** Portman: a Postman collection of the document with its contract tests, which Newman runs. */
export const portman: Judge = {
  package: '@apideck/portman',
  async run() {
    await installNightly()
    return onEachPolicy((document) => document, collected)
  },
}

async function collected({ folder, document, origin }: Stage): Promise<Outcome> {
  const collection = join(folder, 'collection.json')
  const report = join(folder, 'report.json')
  const config = resolve('test/judges/nightly/portman-config.json')
  const script = resolve(pathInNightly('@apideck/portman', 'bin/portman'))
  const make = ['--local', document, '--output', collection, '--baseUrl', origin]
  await execute(process.execPath, [script, ...make, '--portmanConfigFile', config], { cwd: folder })
  await printedBy(pathInNightly('newman', 'bin/newman.js'), [
    ...['run', collection, '--env-var', 'bearerToken=any'],
    ...['--reporters', 'json', '--reporter-json-export', report],
  ])
  const { run }: Report = JSON.parse(readFileSync(report, 'utf8'))
  const findings = run.failures.map(({ source, error }) => `${source.name}: ${error.message}`)
  return { tests: run.stats.assertions.total, findings }
}

/** What Newman writes of a run, as far as it is read here. */
interface Report {
  readonly run: {
    readonly stats: { readonly assertions: { readonly total: number } }
    readonly failures: readonly {
      readonly source: { readonly name: string }
      readonly error: { readonly message: string }
    }[]
  }
}
