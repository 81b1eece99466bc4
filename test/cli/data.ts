import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { runCli } from './run-cli.ts'

/** A path in a folder of its own, of a file that is not there yet. */
export async function newFile(name = 'state.json'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-data-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, name)
}

export const createTeam = (url: string, key: string) =>
  runCli(['as', '--url', url, 'admin@acme.test', 'teams.create', JSON.stringify({ key })])

/** The keys of the teams that the server has. */
export async function teams(url: string): Promise<readonly string[]> {
  const { out } = await runCli(['as', '--url', url, 'admin@acme.test', 'teams.list'])
  const page: { readonly data: readonly { readonly key: string }[] } = JSON.parse(out)
  return page.data.map(({ key }) => key)
}

/** The keys of the teams in a state's file. */
export async function teamsIn(file: string): Promise<readonly unknown[]> {
  const value: unknown = JSON.parse(await readFile(file, 'utf8'))
  const list = isRecord(value) && isRecord(value.state) ? value.state.teams : undefined
  return Array.isArray(list) ? list.flatMap((team) => (isRecord(team) ? [team.key] : [])) : []
}

/** How long to wait for a write after a change: long enough for a busy machine. */
export const patient = { timeout: 15_000 }
