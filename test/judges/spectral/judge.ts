import { documents, pathIn, printedBy } from '../installed.ts'
import type { Judge } from '../verdict.ts'
import { exceptions } from './exceptions.ts'

/** A finding of Spectral. */
interface Finding {
  readonly code: string
  readonly message: string
  readonly path: readonly (string | number)[]
}

/** Spectral, with all of its rules for OpenAPI and those of OWASP. */
export const spectral: Judge = {
  package: '@stoplight/spectral-cli',
  async run() {
    const ruleset = ['--ruleset', 'test/judges/spectral/ruleset.yaml']
    const printed = await printedBy(pathIn('@stoplight/spectral-cli', 'dist/index.js'), [
      ...['lint', documents.api, ...ruleset],
      ...['--format', 'json', '--quiet'],
    ])
    return { judged: `1 document, ${exceptions.length} exceptions`, findings: unexcused(printed) }
  },
}

function unexcused(printed: string): string[] {
  const findings: Finding[] = JSON.parse(printed)
  const needed = new Set<(typeof exceptions)[number]>()
  const objections = findings.flatMap(({ code, message, path }) => {
    const place = path.join('/')
    const exception = exceptions.find(({ rule, at }) => rule === code && at.test(place))
    if (exception) needed.add(exception)
    return exception ? [] : [`${place}: ${message} (${code})`]
  })
  const idle = exceptions.filter((exception) => !needed.has(exception))
  return [
    ...objections,
    ...idle.map(({ rule, at }) => `The exception from ${rule} at ${at} is not needed. Remove it.`),
  ]
}
