import type { MatrixAction, RightsMatrix } from '../../../mocks/control-client/index.ts'

/** A line of the table: the heading of a group of actions, or an action with its cells. */
export type Line = GroupLine | ActionLine

export interface GroupLine {
  readonly kind: 'group'
  readonly key: string
  readonly name: string
  readonly of: MatrixAction['kind']
  /** How many of its actions are shown while it is open. */
  readonly count: number
  readonly isOpen: boolean
}

export interface ActionLine {
  readonly kind: 'action'
  readonly key: string
  readonly action: MatrixAction
  /** The place of the action, and of its cell in each row of the matrix. */
  readonly at: number
}

/** Which actions are shown. */
export interface Filter {
  /** Words that the name, the key or the description has. */
  readonly search: string
  /** Leaves out actions on which all agree. */
  readonly differencesOnly: boolean
  /** The keys of the groups that are closed. */
  readonly closed: ReadonlySet<string>
}

/** The lines that a filter leaves, and how many actions are left out because all agree on them. */
export function linesOf(
  matrix: RightsMatrix,
  { search, differencesOnly, closed }: Filter,
): { readonly lines: readonly Line[]; readonly agreed: number } {
  const found = matrix.actions
    .map((action, at): ActionLine => ({ kind: 'action', key: action.action, action, at }))
    .filter(({ action }) => isFound(action, search))
  const shown = differencesOnly ? found.filter(({ at }) => isDisputed(matrix, at)) : found
  const groups = Map.groupBy(shown, ({ action }) => groupKey(action))
  const lines = [...groups].flatMap(([key, members]): Line[] => {
    const [first] = members
    if (first === undefined) return []
    const { group: name, kind: of } = first.action
    const isOpen = !closed.has(key)
    const heading: GroupLine = { kind: 'group', key, name, of, count: members.length, isOpen }
    return isOpen ? [heading, ...members] : [heading]
  })
  return { lines, agreed: found.length - shown.length }
}

const groupKey = ({ kind, group }: MatrixAction): string => `${kind} ${group}`

function isFound({ action, name = '', description = '' }: MatrixAction, search: string): boolean {
  const text = `${action} ${name} ${description}`.toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

const isDisputed = ({ rows }: RightsMatrix, at: number): boolean =>
  new Set(rows.map(({ cells }) => cells[at]?.outcome)).size > 1

/** Whether a line is an action. */
export const isAction = (line: Line): line is ActionLine => line.kind === 'action'
