import { banner } from './printer.ts'
import { resourceTree } from './resource-tree.ts'
import type { Operation, Spec } from './spec.ts'

/** What a policy asks of an operation, or of one part of its call. */
export interface Need {
  readonly part?: string
  readonly rule: string
  readonly text: string
  readonly origin: 'documented' | 'reading'
}

/** A policy's title, and what it asks of each operation: nothing is said of one that it does not offer. */
export interface DescribedPolicy {
  readonly title: string
  describe(operationId: string): readonly Need[] | undefined
}

const introduction = `Every operation, and what each policy asks of whoever calls it, with the rule that says so.
A rule is marked as a reading where the platform's own text leaves it open.
A call that has several of the parts needs what is asked for each of them.`

/** The page 'Who may call what': every operation, by policy, from the policies' rules. */
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
  const rows = policies.flatMap(({ title, describe }) =>
    rowsOf(describe(id)).map((cells) => `| ${[title, ...cells].map(cell).join(' | ')} |`),
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

/** One row for all parts that need the same. */
function rowsOf(needs: readonly Need[] | undefined): string[][] {
  if (!needs) return [['', 'not offered by the platform', '']]
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
    need.origin === 'reading' ? `${need.rule} (reading)` : need.rule,
  ])
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
