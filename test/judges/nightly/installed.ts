import { toolsIn } from '../../package/tools-in.ts'

/** The judges of the nightly tier. */
export const { install: installNightly, pathIn: pathInNightly } = toolsIn(import.meta.dirname)
