import {
  diffPolicies,
  type PolicyChange,
  type PolicyDiff,
} from '../../policy-tools/diff-policies.ts'
import type { Given } from './command.ts'
import { readPolicy, readScenario } from './read-platform.ts'
import { bad, bold, dim, good } from './style.ts'
import { UsageError } from './usage-error.ts'
import { wrap } from './wrap.ts'
import { printable } from '../../../src/core/base/printable.ts'

/** Prints who gains and loses which actions between two policies. Resolves with 1 if they differ, like diff. */
export async function showDiff(given: Given, words: readonly string[]): Promise<number> {
  const [before, after, ...more] = words
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageError(
      'Exactly two policies are needed, by name or as JSON files: rolecall policy diff A B.',
    )
  }
  const scenario = given.get('scenario')
  const diff = diffPolicies(
    await readPolicy('A', before),
    await readPolicy('B', after),
    scenario === undefined ? undefined : await readScenario(scenario),
  )
  console.log(
    given.has('json') ? printable(JSON.stringify(diff, null, 2), '\n') : text(diff, before, after),
  )
  return diff.changes.length + diff.sections.length === 0 ? 0 : 1
}

function text({ changes, sections }: PolicyDiff, before: string, after: string): string {
  const users = [...new Set(changes.map(({ user }) => user))]
  return [
    bold(printable(`From ${before} to ${after}`)),
    ...(changes.length === 0 ? ['Nobody gains or loses anything.'] : []),
    ...users.flatMap((user) => [
      '',
      bold(printable(user)),
      ...grouped(changes.filter((change) => change.user === user)),
    ]),
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
  return [...byType].flatMap(([type, group]) =>
    wrap(printable(`${type} ${group.map(({ id }) => id).join(', ')}`), 72).map(
      (line, index) => `      ${index === 0 ? '' : '  '}${line}`,
    ),
  )
}
