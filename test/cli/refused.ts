import { expect } from 'vitest'
import { runCli } from './run-cli.ts'

/** Runs a failing command: the one line that it prints, without the command's own name. */
export async function refused(...args: readonly string[]): Promise<string> {
  const { code, err } = await runCli(args)
  expect(code, args.join(' ')).toBe(2)
  const line = err.replace(/\n$/, '')
  expect(line).not.toMatch(/[\n\r]/)
  return line.replace(/^.*?rolecall:\S* /, '')
}
