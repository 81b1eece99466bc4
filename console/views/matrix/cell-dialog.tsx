import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type {
  MatrixAction,
  MatrixRow,
  ResourceReference,
} from '../../../mocks/control-client/index.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { useConnection } from '../../mock/connection.tsx'
import { Badge } from '../../parts/badge.tsx'
import { DenialView } from '../../parts/denial-view.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Failure, Loading } from '../../parts/states.tsx'
import { hrefOf } from '../../routing/hash-location.ts'
import { outcomeText } from './rights.ts'

/** A cell that was pressed. */
export interface PressedCell {
  readonly action: MatrixAction
  readonly row: MatrixRow
}

/** The decision of a cell: its rule and source, what is missing, and what would allow the action. */
export function CellDialog({
  cell: { action, row },
  resource,
  onClose,
}: {
  readonly cell: PressedCell
  readonly resource: ResourceReference
  readonly onClose: () => void
}): ReactNode {
  const { control, session } = useConnection()
  const { data, error, refetch } = useQuery({
    queryKey: ['control', session, 'explain', row.id, action.action, resource],
    queryFn: () =>
      control.explain({
        ...(row.kind === 'person' ? { as: row.id } : { holder: row.id }),
        action: action.action,
        resource,
      }),
  })
  return (
    <Dialog
      title={`${printable(row.name)}: ${action.name ?? action.action}`}
      side
      onClose={onClose}
    >
      {row.text !== undefined && <p>{printable(row.text)}</p>}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading what="the decision" />}
      {data && (
        <>
          <p>
            <Badge tone={data.outcome} icon={data.outcome}>
              {outcomeText(data.outcome)}
            </Badge>
          </p>
          <DenialView
            decision={data}
            call={
              row.email === undefined
                ? undefined
                : { as: row.email, operation: action.action, args: [] }
            }
          />
        </>
      )}
      {action.kind === 'operation' && row.email !== undefined && (
        <p>
          <a href={hrefOf(canIPath(row.email, action.action, resource))}>Ask in Can I</a>
        </p>
      )}
    </Dialog>
  )
}

/** The place of the same question in Can I. */
function canIPath(as: string, operation: string, { type, id }: ResourceReference): string {
  return `/can-i?${new URLSearchParams({ as, operation, type, id })}`
}
