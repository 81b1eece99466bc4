import type { CallEffect } from '../../../mocks/control-client/index.ts'

/** A cell that an effect changes. */
export type CellChange = CallEffect['people']['changes'][number]

/** All that a person gains, or loses. */
export interface PersonChange {
  readonly user: string
  readonly change: CellChange['change']
  readonly cells: readonly CellChange[]
}

/** The changes by person: what they gain, then what they lose. */
export const groupedByPerson = (changes: readonly CellChange[]): readonly PersonChange[] =>
  [...Map.groupBy(changes, ({ user, change }) => `${user} ${change}`).values()].flatMap((cells) => {
    const [first] = cells
    return first === undefined ? [] : [{ user: first.user, change: first.change, cells }]
  })

/** Cells by resource, as text: `projects.get, projects.update (depends → yes)`. */
export const placesOf = (
  cells: readonly CellChange[],
): readonly { readonly place: string; readonly text: string }[] =>
  [...Map.groupBy(cells, placeOf)].map(([place, there]) => ({
    place,
    text: there.map(cellText).join(', '),
  }))

const placeOf = ({ resource }: CellChange): string =>
  resource === undefined ? '' : `${resource.type} ${resource.id}`

/** What is not from no to yes, or back, is told. */
const cellText = ({ action, before, after }: CellChange): string =>
  before === 'depends' || after === 'depends' ? `${action} (${before} → ${after})` : action
