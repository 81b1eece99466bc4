import { execute } from '../package/execute.ts'
import type { Consumer } from './consumer.ts'
import { manifestOf, pathIn } from './installed.ts'

/** The compilers, by their installed names. */
export const compilers = ['typescript59', 'typescript6', 'typescript7'] as const

// A script with the types of Node alone, a front end with those of the DOM alone, and the checks.
const projects = ['tsconfig.script.json', 'tsconfig.app.json', 'tsconfig.smoke.json']

/** Type-checks the consumer's programs, the package's declarations too; returns their number. */
export async function typeCheck(
  compiler: (typeof compilers)[number],
  { folder }: Consumer,
): Promise<string> {
  for (const project of projects) {
    await execute(process.execPath, [pathIn(compiler, 'bin/tsc'), '--project', project], {
      cwd: folder,
    })
  }
  return `typescript ${manifestOf(compiler).version}: ${projects.length} programs`
}
