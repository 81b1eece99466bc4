import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { pack } from '../pack.ts'
import { linesOf, sectionOf, type Typed, typeLine } from './typing.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A project with the package and its dependencies, and nothing else. */
    readonly consumer: string
    /** A project with MSW, React, TanStack Query, Vite, Vitest, OpenTelemetry and types beside it. */
    readonly consumerWithPeers: string
    /** The lines of README.md that made the first. */
    readonly installation: readonly Typed[]
  }
}

// React's own declarations need those of its types.
const peers = [
  'msw',
  'react',
  'react-dom',
  'csstype',
  '@opentelemetry/api',
  '@tanstack/query-core',
  '@types/node',
  '@types/react',
  '@types/react-dom',
  'vite',
  'vitest',
]

let folder: string | undefined

/**
 * Packs the package once for all tests of it, and installs it into an empty folder as README.md says,
 * and into another with its peers. `ROLECALL_INSTALLED` passes the folder to the plugin that loads it,
 * and to the next project of tests.
 */
export async function setup({ provide }: TestProject): Promise<void> {
  if (process.env.ROLECALL_INSTALLED) return
  folder = mkdtempSync(join(tmpdir(), 'rolecall-packed-'))
  const clone = join(folder, 'rolecall')
  const consumer = join(folder, 'consumer')
  const consumerWithPeers = join(folder, 'with-peers')
  for (const name of [clone, consumer]) mkdirSync(name)
  const tarball = await pack(clone)
  const beside = join(clone, basename(tarball))
  if (tarball !== beside) cpSync(tarball, beside)
  const installation: Typed[] = []
  for (const line of linesOf(sectionOf('Install')))
    installation.push(await typeLine(line, consumer))
  cpSync('test/package/consumer', consumer, { recursive: true })
  cpSync(consumer, consumerWithPeers, { recursive: true, verbatimSymlinks: true })
  linkPeers(join(consumerWithPeers, 'node_modules'))
  provide('consumer', consumer)
  provide('installation', installation)
  provide('consumerWithPeers', consumerWithPeers)
  process.env.ROLECALL_INSTALLED = join(consumerWithPeers, 'node_modules/rolecall')
}

export function teardown(): void {
  if (folder === undefined) return
  delete process.env.ROLECALL_INSTALLED
  rmSync(folder, { recursive: true, force: true })
}

function linkPeers(modules: string): void {
  for (const scope of ['@opentelemetry', '@types', '@tanstack']) mkdirSync(join(modules, scope))
  for (const name of peers) symlinkSync(resolve('node_modules', name), join(modules, name))
}
