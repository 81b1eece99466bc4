import {
  diffPolicies,
  type PolicyChange,
  type PolicyDiff,
} from '../../policy-tools/diff-policies.ts'
import type { Given } from './command.ts'
import { csvTable, jsonText, markdownTable, readFormat } from './format/format.ts'
import { readPolicy, readScenario } from './read-platform.ts'
import { bad, bold, dim, good } from './style.ts'
import { wrap } from './wrap.ts'
import { printable } from '../../../src/core/base/printable.ts'

/** Prints who gains and loses which actions between two policies. Resolves with 1 if they differ, like diff. */
export async function showDiff(given: Given, words: readonly string[]): Promise<number> {
  const [before = '', after = ''] = words
  const format = readFormat(given, ['text', 'json', 'markdown', 'csv'])
  const scenario = given.get('scenario')
  const diff = diffPolicies(
    await readPolicy('A', before),
    await readPolicy('B', after),
    scenario === undefined ? undefined : await readScenario(scenario),
  )
  const formats = {
    text: () => diffText(diff, `From ${before} to ${after}`),
    json: () => jsonText(diff),
    markdown: () => markdownTable(rows(diff)),
    csv: () => csvTable(rows(diff)),
  }
  console.log(formats[format]())
  return diff.changes.length + diff.sections.length === 0 ? 0 : 1
}

/** A row per change. A section that differs is a row of everyone. */
const rows = ({ changes, sections }: PolicyDiff): readonly (readonly string[])[] => [
  ['user', 'change', 'action', 'resource', 'before', 'after'],
  ...changes.map(({ user, change, action, resource, before, after }) => [
    user,
    change,
    action,
    resource === undefined ? '' : `${resource.type}:${resource.id}`,
    before,
    after,
  ]),
  ...sections.map((section) => ['everyone', 'differs', section, '', '', '']),
]

/** The most users whose changes the terminal shows, and the most resources of a type for each change. */
const most = { users: 30, resources: 20 }

/** The differences of two policies for the terminal, below a heading. Other formats hold all of many. */
export function diffText({ changes, sections }: PolicyDiff, heading: string): string {
  const users = [...new Set(changes.map(({ user }) => user))]
  return [
    bold(printable(heading)),
    ...(changes.length === 0 ? ['Nobody gains or loses anything.'] : []),
    ...users
      .slice(0, most.users)
      .flatMap((user) => [
        '',
        bold(printable(user)),
        ...grouped(changes.filter((change) => change.user === user)),
      ]),
    ...(users.length > most.users
      ? ['', `And ${users.length - most.users} more users: --format json prints all.`]
      : []),
    ...(sections.length === 0
      ? []
      : ['', `These sections, which apply to everyone, differ too: ${sections.join(', ')}.`]),
  ].join('\n')
}

/** One line per action and change, with the resources that it applies to. */
function grouped(changes: readonly PolicyChange[]): string[] {
  const alike = Map.groupBy(changes, ({ action, before, after }) => `${action} ${before} ${after}`)
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { change, action, before, after } = first
    const sign = change === 'gains' ? good('+') : bad('-')
    const resources = group.flatMap(({ resource }) => resource ?? [])
    return [`  ${sign} ${printable(action)} ${dim(`${before} to ${after}`)}`, ...listed(resources)]
  })
}

function listed(resources: readonly NonNullable<PolicyChange['resource']>[]): string[] {
  const byType = Map.groupBy(resources, ({ type }) => type)
  return [...byType].flatMap(([type, group]) => {
    const ids = group.slice(0, most.resources).map(({ id }) => id)
    const more = group.length - ids.length
    const text = `${type} ${ids.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
    return wrap(printable(text), 72).map((line, index) => `      ${index === 0 ? '' : '  '}${line}`)
  })
}
