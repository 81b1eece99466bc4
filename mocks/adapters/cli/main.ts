#!/usr/bin/env node
import process from 'node:process'
import { isSupported, supportedNode } from './supported-node.ts'

// A reader such as head may close the pipe early. The rest is dropped, and the exit code stays as it is.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    process.exitCode = 2
  })
}

// Loaded after the check: an older Node would fail to parse it, with a syntax error.
if (isSupported(process.versions.node)) {
  const { run } = await import('./run.ts')
  process.exitCode = await run(process.argv.slice(2))
} else {
  console.error(
    `rolecall needs Node ${supportedNode} or later, not ${process.versions.node}. Update it from https://nodejs.org.`,
  )
  process.exitCode = 1
}
