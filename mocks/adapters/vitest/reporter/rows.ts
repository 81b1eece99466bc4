import type { Coverage, CoverageTotal } from '../../../coverage/coverage.ts'
import type { parts } from './options.ts'

export type Part = (typeof parts)[number]

/** One line of a table. */
export interface CoverageRow {
  /** The operation, the rule or the requirement. */
  readonly name: string
  /** What else a reader needs to find it. */
  readonly about: readonly string[]
  readonly yes: number
  readonly no: number
  /** The only outcome that can be seen. */
  readonly only?: 'yes' | 'no' | undefined
}

/** All rows of one kind, those that lack an outcome first. */
export interface CoverageTable {
  readonly part: Part
  readonly title: string
  /** The names of its columns. */
  readonly columns: readonly [name: string, ...about: string[]]
  readonly outcomes: readonly [yes: string, no: string]
  readonly rows: readonly CoverageRow[]
  readonly total: CoverageTotal
}

/** The tables of a policy. */
export const tablesOf = ({
  operations,
  rules,
  leaves,
  totals,
}: Coverage): readonly CoverageTable[] => [
  {
    part: 'operations',
    title: 'Operations',
    columns: ['Operation'],
    outcomes: ['Allowed', 'Denied'],
    total: totals.operations,
    rows: unseenFirst(
      operations.map(({ operation: name, allowed, denied, only }) => ({
        name,
        about: [],
        ...countsOf(allowed, denied, only),
      })),
    ),
  },
  {
    part: 'rules',
    title: 'Rules',
    columns: ['Rule', 'Text'],
    outcomes: ['Allowed', 'Denied'],
    total: totals.rules,
    rows: unseenFirst(
      rules.map(({ rule: name, text, allowed, denied, only }) => ({
        name,
        about: [text],
        ...countsOf(allowed, denied, only),
      })),
    ),
  },
  {
    part: 'leaves',
    title: 'Requirements',
    columns: ['Requirement', 'Rule', 'Place in the policy'],
    outcomes: ['Met', 'Unmet'],
    total: totals.leaves,
    rows: unseenFirst(
      leaves.map(({ text: name, rule, at, met, unmet, only }) => ({
        name,
        about: [rule, at],
        ...countsOf(met, unmet, only),
      })),
    ),
  },
]

const countsOf = (
  yes: number,
  no: number,
  only: 'allowed' | 'denied' | 'met' | 'unmet' | undefined,
): Pick<CoverageRow, 'yes' | 'no' | 'only'> => ({
  yes,
  no,
  only: only && (only === 'allowed' || only === 'met' ? 'yes' : 'no'),
})

/** How many outcomes of the row can be seen and were not. */
export const unseenIn = ({ yes, no, only }: CoverageRow): number =>
  Number(yes === 0 && only !== 'no') + Number(no === 0 && only !== 'yes')

const unseenFirst = (rows: readonly CoverageRow[]): readonly CoverageRow[] =>
  rows.toSorted((one, other) => unseenIn(other) - unseenIn(one))

/** An outcome's cell in words. */
export const cellText = (row: CoverageRow, outcome: 'yes' | 'no'): string => {
  const count = row[outcome]
  if (count > 0) return String(count)
  return row.only === undefined || row.only === outcome ? 'not seen' : '–'
}
