import { toolsIn } from '../package/tools-in.ts'

/** The runtimes, test runners and compilers. */
export const { install: installRuntimes, pathIn, manifestOf } = toolsIn(import.meta.dirname)
