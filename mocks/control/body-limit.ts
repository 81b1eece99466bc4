import { type ControlEndpoint, controlOperations } from '../generated/control/operations.ts'

const endpoints: readonly ControlEndpoint[] = Object.values(controlOperations)

/** The paths that take large bodies: snapshots. */
const larger = new Map(
  endpoints.flatMap(({ path, largestBody }) =>
    largestBody === undefined ? [] : [[path, largestBody]],
  ),
)

/** The largest body that a path takes over HTTP, in bytes. Default: 1 MiB. */
export const bodyLimit = (path: string): number => larger.get(path) ?? 1_048_576
