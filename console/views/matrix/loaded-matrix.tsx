import { type ReactNode, useMemo, useState } from 'react'
import type { RightsMatrix } from '../../../mocks/control-client/index.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { Empty } from '../../parts/states.tsx'
import { View } from '../../parts/view.tsx'
import { useSearchValue } from '../../routing/search.ts'
import { CopyMenu } from './copy-menu.tsx'
import { CoverageMenu } from './coverage-menu.tsx'
import { CoverageSummary } from './coverage-summary.tsx'
import { seenBy } from './coverage.ts'
import { Facts } from './facts.tsx'
import { Grid } from './grid.tsx'
import type { GridPresses } from './presses.ts'
import { type Filter, isAction, linesOf } from './lines.ts'
import { type Pressed, PressedDialog } from './pressed-dialog.tsx'
import { Toolbar } from './toolbar.tsx'
import { useOverlay } from './use-coverage.ts'
import type { Subject } from './use-matrix.ts'

/** The matrix, with what chooses and filters it. */
export function LoadedMatrix({
  matrix,
  subject,
}: {
  readonly matrix: RightsMatrix
  readonly subject: Subject
}): ReactNode {
  const [search, onSearch] = useSearchValue('q')
  const [differ, setDiffer] = useSearchValue('differ')
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [pressed, press] = useState<Pressed>()
  const { overlay, ...overlays } = useOverlay(matrix.policy)
  const seen = useMemo(() => overlay && seenBy(overlay.coverage), [overlay])
  const filter: Filter = { search, differencesOnly: differ === 'yes', closed }
  const { lines, agreed } = linesOf(matrix, filter)
  const copied = linesOf(matrix, { ...filter, closed: new Set() }).lines.filter(isAction)
  // Steady functions: the lines that stay in view are not rendered again while the table scrolls.
  const presses = useMemo(() => pressesOf(press, setClosed), [])

  return (
    <View
      title="Matrix"
      lead="Press a cell for its decision, an action for who holds it, a name for what they have."
      actions={
        <>
          <CoverageMenu overlay={overlay} {...overlays} />
          <CopyMenu copied={{ matrix, lines: copied }} />
        </>
      }
    >
      <Toolbar
        resource={`${matrix.resource.type} ${printable(matrix.resource.name)}`}
        by={subject.by}
        onPress={press}
        search={search}
        onSearch={onSearch}
        differencesOnly={filter.differencesOnly}
        onDifferences={(only) => setDiffer(only ? 'yes' : '')}
      />
      <Facts matrix={matrix} shown={copied.length} agreed={agreed} by={subject.by} />
      {overlay && <CoverageSummary {...overlay} />}
      {lines.length === 0 ? (
        <Empty icon="matrix" title="No action matches">
          <p>Search for another word, or show the actions on which all agree.</p>
        </Empty>
      ) : (
        <Grid
          // Another table begins at its top.
          key={`${subject.by} ${matrix.resource.type} ${matrix.resource.id}`}
          matrix={matrix}
          lines={lines}
          seen={seen}
          {...presses}
        />
      )}
      {pressed && (
        <PressedDialog pressed={pressed} matrix={matrix} subject={subject} onPress={press} />
      )}
    </View>
  )
}

const pressesOf = (
  press: (pressed: Pressed) => void,
  setClosed: (change: (closed: ReadonlySet<string>) => ReadonlySet<string>) => void,
) =>
  ({
    onCell: ({ action }, row) => press({ kind: 'cell', cell: { action, row } }),
    onAction: (line) => press({ kind: 'action', line }),
    onColumn: (row) => press({ kind: 'column', row }),
    onGroup: ({ key }) => setClosed((closed) => closed.symmetricDifference(new Set([key]))),
  }) satisfies GridPresses
