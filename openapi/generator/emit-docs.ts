import { anchorOf as ruleAnchor } from '../../mocks/rule-pages/index.ts'
import { banner } from './printer.ts'
import { resourceTree } from './resource-tree.ts'
import type { Operation, Spec } from './spec.ts'

/** The requirement of a policy for an operation, or for a part of its call. */
export interface Need {
  readonly part?: string
  readonly rule: string
  readonly text: string
  readonly origin: 'documented' | 'reading'
}

/** A policy's title, and its requirements for each operation; undefined for one that it does not offer. */
export interface DescribedPolicy {
  readonly name: string
  readonly title: string
  describe(operationId: string): readonly Need[] | undefined
}

const introduction = `The requirements of each policy for each operation, with the rule, which is a link to [its page](rules/README.md).
A rule is marked as a reading if it interprets an ambiguous passage of the platform's documentation.
A call with several parts needs the requirements of each.`

/** The page 'Who may call what': the requirements for every operation, from the policies' rules. */
export function emitDocs(spec: Spec, policies: readonly DescribedPolicy[]): string {
  const sections = resourceTree(spec, new Set()).all.flatMap(({ id, description, operations }) => [
    `## ${id}`,
    description,
    ...operations.map((operation) => emitOperation(operation, policies)),
  ])
  return [`<!-- ${banner} -->`, '# Who may call what', introduction, ...sections].join('\n\n')
}

function emitOperation(operation: Operation, policies: readonly DescribedPolicy[]): string {
  const { id, summary } = operation
  if (operation.public) return [`### ${id}`, `${summary}.`, 'Anyone, without a token.'].join('\n\n')
  const rows = policies.flatMap(({ name, title, describe }) =>
    rowsOf(name, describe(id)).map((cells) => `| ${[title, ...cells].map(cell).join(' | ')} |`),
  )
  const table = [
    '| policy | part of the call | needs | rule |',
    '| --- | --- | --- | --- |',
    ...rows,
  ]
  const point = operation.enforcementPoint
    ? ['An enforcement point, about anybody and anything; and of the members:']
    : []
  return [`### ${id}`, `${summary}.`, ...point, table.join('\n')].join('\n\n')
}

/** One row for all parts with the same requirement. */
function rowsOf(policy: string, needs: readonly Need[] | undefined): string[][] {
  if (!needs) return [['', 'not offered by the platform', ruleLink(policy, 'not_offered')]]
  const rows = new Map<string, { parts: string[]; need: Need }>()
  for (const need of needs) {
    const key = `${need.rule} ${need.origin} ${need.text}`
    const row = rows.get(key) ?? { parts: [], need }
    rows.set(key, row)
    if (need.part && !row.parts.includes(need.part)) row.parts.push(need.part)
  }
  const wholeCall = (need: Need) => needs.some((n) => !n.part && n.text === need.text)
  return [...rows.values()].map(({ parts, need }) => [
    wholeCall(need) ? '' : parts.join(', '),
    need.text,
    `${ruleLink(policy, need.rule)}${need.origin === 'reading' ? ' (reading)' : ''}`,
  ])
}

/** The link to the rule on the policy's page. */
const ruleLink = (policy: string, rule: string): string =>
  `[${rule}](rules/${policy}.md#${ruleAnchor(rule)})`

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
