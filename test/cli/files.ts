import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const example = (name: string): string =>
  fileURLToPath(new URL(`../../docs/examples/own-policy/${name}.json`, import.meta.url))

/** The files of the guide on writing a policy. */
export const libraryFile = example('policy')
export const eveningFile = example('scenario')

/** Options that name them for a command. */
export const library: readonly string[] = ['--policy', libraryFile, '--scenario', eveningFile]

/** Writes a file until the test ends. */
export async function writeTemporary(name: string, text: string | Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-cli-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}
