import { globSync, readFileSync } from 'node:fs'
import { interopCases } from '../interop/cases.ts'
import { type Must, musts } from '../musts/musts.ts'
import { checks } from '../scenario/checks.ts'

const root = new URL('../../../', import.meta.url)

/** Where the page is. */
export const pageFile = new URL('docs/authzen.md', root)

const text = 'https://openid.net/specs/authorization-api-1_0.html'

/** The test files that have a test of each id. */
function filesById(): ReadonlyMap<string, readonly string[]> {
  const files = globSync('test/authzen/{musts,scenario}/*.test.ts', { cwd: root }).toSorted()
  const found = files.flatMap((file) => {
    const source = readFileSync(new URL(file, root), 'utf8')
    const ids = [...source.matchAll(/'((?:M|c)-[\d-]+)'/g)].map(([, id = '']) => id)
    return [...new Set(ids)].map((id) => ({ id, file }))
  })
  const grouped = Map.groupBy(found, ({ id }) => id)
  return new Map([...grouped].map(([id, all]) => [id, all.map(({ file }) => file)]))
}

/** The checks and MUSTs that no test is named for, and the names of tests that are neither. */
export function strays(): { readonly untested: string[]; readonly unknown: string[] } {
  const files = filesById()
  const ids = [...checks.map(({ id }) => id), ...Object.keys(musts)]
  return {
    untested: ids.filter((id) => !files.has(id)),
    unknown: [...files.keys()].filter((id) => !ids.includes(id)),
  }
}

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

function table(head: readonly string[], rows: readonly string[]): string {
  return [row(...head), row(...head.map(() => '---')), ...rows].join('\n')
}

const named = (files: readonly string[] = []): string =>
  files.map((file) => `\`${file.replace('test/authzen/', '')}\``).join(', ')

const sectionOf = ({ section }: Must): string => `[${section}](${text}#${section})`

/** The page 'AuthZEN', from the tables that the tests are named by. */
export function page(): string {
  const files = filesById()
  const levels = Object.entries(Object.groupBy(checks, ({ level }) => level))
  const total = Object.values(interopCases).reduce((sum, cases) => sum + cases, 0)
  const all: readonly [string, Must][] = Object.entries(musts)
  return [
    '<!-- Written by `node test/authzen/page/main.ts`. -->',
    '# AuthZEN',
    `The mock is a policy decision point of the [OpenID AuthZEN Authorization API 1.0](${text}), and \`client.access\` calls any other one: [the guide](guides/authzen.md) shows both. This page lists what holds of the standard, and the tests that prove it, in the repository's folder \`test/authzen\`. They ask the mock over HTTP, as an enforcement point. \`npm run conformance\` counts them.`,
    '## The certification scenario',
    `The [scenario](https://github.com/openid/authzen/blob/main/certification/authorization-api-1_0-scenario.md) of the working group has ${checks.length} checks, each with a test of its id. Its fixture is a policy that a user could write: \`scenario/policy.json\` and \`scenario/scenario.json\`. There is no badge: nobody certifies a mock.`,
    table(
      ['level', 'checks', 'ids'],
      levels.map(([level, ofLevel]) =>
        row(level, ofLevel.length, ofLevel.map(({ id }) => id).join(', ')),
      ),
    ),
    '## The interoperability scenarios',
    `The working group's files of expected results have ${total} cases for decision points. Each is a test, with policies and scenarios of our own in \`interop\`.`,
    table(
      ['scenario', 'cases', 'policy and scenario'],
      [
        row('Todo 1.1', interopCases.Todo, '`todo-policy.json`, `todo-scenario.json`'),
        row('Search', interopCases.Search, '`search-policy.json`, `search-scenario.json`'),
        row('IdP', interopCases.IdP, 'those of Search'),
      ],
    ),
    '## Every MUST of the text',
    `The text has ${all.length} requirements with MUST, MUST NOT or REQUIRED, listed in our words. They bind the decision point, which the mock is; the enforcement point, which the client is; both; or authors of other texts, where the tests show that the mock adds nothing that would need one.`,
    table(
      ['MUST', 'what must hold', 'section', 'binds', 'tests'],
      all.map(([id, must]) =>
        row(id, must.says, sectionOf(must), must.binds, named(files.get(id))),
      ),
    ),
    '## Conditions and limits',
    [
      '- M-30 and M-52 need an https URL. A plain `rolecall mock` names itself `http://127.0.0.1:4010`: put a proxy that ends TLS in front of it, and say its URL with `--url https://pdp.example`, as [behind a proxy](guides/sign-in.md#behind-a-proxy).',
      '- M-51 holds for an X-Request-ID of up to 1,024 characters. The mock replaces a longer one by an id of its own.',
      '- A batch has at most 100 evaluations: more are a 400.',
      '- A page of a search has at most 200 results, also where `page.limit` is higher: the rest are on further pages. A page without a limit has at most 50.',
      '- `page.properties` are ignored, but belong to the search: a token with other ones is a 400, and so is one with another limit. A page with a limit of 0 has no results, and its token goes on with any limit.',
    ].join('\n'),
    '',
  ].join('\n\n')
}
