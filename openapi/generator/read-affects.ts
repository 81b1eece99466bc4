import { type Document, httpMethods } from './document.ts'
import type { OperationSource } from './read-operation.ts'
import type { Affects } from './spec.ts'

/** The resources whose answers a call may change. Operations other than GET must say so. */
export function readAffects({ document, method, source, fault }: OperationSource): Affects {
  const affects = source['x-affects']
  if (method === 'get') {
    if (affects !== undefined) fault('changes nothing if it is a GET, and must have no x-affects.')
    return []
  }
  if (affects === undefined) {
    fault(
      'needs x-affects: the resources whose answers it may change, `all`, or `[]` if it only asks.',
    )
    return []
  }
  for (const id of affects === 'all' ? [] : affects)
    if (!resources(document).has(id))
      fault(`names ${id} in x-affects, of which there are no operations.`)
  return affects
}

const resources = ({ paths }: Document) =>
  new Set(
    Object.values(paths).flatMap((item) =>
      httpMethods.flatMap((method) => item[method]?.operationId?.replace(/\.\w+$/, '') ?? []),
    ),
  )
