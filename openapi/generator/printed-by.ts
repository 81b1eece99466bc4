import { execFileSync } from 'node:child_process'

/** What a program prints, which runs in a process of its own. */
export const printedBy = (program: string): string =>
  execFileSync(process.execPath, [program], { encoding: 'utf8', maxBuffer: 2 ** 28 })
