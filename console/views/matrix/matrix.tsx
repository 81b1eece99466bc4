import type { ReactNode } from 'react'
import { Failure, Loading } from '../../parts/states.tsx'
import { View } from '../../parts/view.tsx'
import { hrefOf } from '../../routing/hash-location.ts'
import { LoadedMatrix } from './loaded-matrix.tsx'
import { useMatrix, useSubject } from './use-matrix.ts'

/** Who may do what, cell by cell. */
export function Matrix(): ReactNode {
  const subject = useSubject()
  const { data, error, refetch } = useMatrix(subject)
  if (data && !error) return <LoadedMatrix matrix={data} subject={subject} />
  return (
    <View title="Matrix" lead="Who may do what, cell by cell.">
      {error ? (
        <>
          <Failure error={error} onRetry={() => void refetch()} />
          <p>
            <a href={hrefOf('/matrix')}>Show the matrix of the organization</a>
          </p>
        </>
      ) : (
        <Loading what="the matrix" />
      )}
    </View>
  )
}
