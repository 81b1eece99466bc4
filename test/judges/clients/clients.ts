import { join, relative } from 'node:path'
import { pathIn } from '../installed.ts'

/** A generator of clients, and how to run it. */
export interface Generator {
  readonly package: string
  /** Its script and arguments. It writes into `generated/` of its folder. */
  readonly command: readonly string[]
}

const here = (path: string) => relative('.', join(import.meta.dirname, path))

/** The generators, by the folder of their trial. */
export const generators: Readonly<Record<string, Generator>> = {
  'openapi-typescript': {
    package: 'openapi-typescript',
    command: [
      'node_modules/openapi-typescript/bin/cli.js',
      'mocks/generated/documents/openapi.json',
      ...['--output', here('openapi-typescript/generated/schema.ts')],
    ],
  },
  'hey-api': {
    package: '@hey-api/openapi-ts',
    command: [
      pathIn('@hey-api/openapi-ts', 'bin/run.js'),
      ...['--file', here('hey-api/hey-api.config.js')],
    ],
  },
  orval: {
    package: 'orval',
    command: [
      pathIn('orval', 'dist/bin/orval.mjs'),
      ...['--config', here('orval/orval.config.js')],
    ],
  },
}
