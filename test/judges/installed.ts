import { spawn } from 'node:child_process'
import { toolsIn } from '../package/tools-in.ts'
import { endOf } from '../support/end-of-process.ts'

/** The judges. */
export const { install: installJudges, pathIn, manifestOf } = toolsIn(import.meta.dirname)

/** The documents of the package, as it publishes them. */
export const documents = {
  api: 'mocks/generated/documents/openapi.json',
  control: 'mocks/generated/documents/control.json',
  workflows: 'openapi/arazzo.yaml',
}

/** Runs a script with Node; returns what it printed, whatever its exit code. Linters fail if they find something. */
export async function printedBy(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { code, stdout, stderr } = await endOf(child)
  if (code !== 0 && stdout === '')
    throw new Error(`${script} ${args.join(' ')} printed nothing.\n${stderr}`)
  return stdout
}
