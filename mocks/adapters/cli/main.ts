#!/usr/bin/env node
import process from 'node:process'
import { isSupported, supportedNode } from './supported-node.ts'

// Whoever reads on may stop, as head does: what is left has no reader, and the exit code stays the answer.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    process.exitCode = 2
  })
}

// What follows is loaded only now: an older Node would fail on it with a message about syntax.
if (isSupported(process.versions.node)) {
  const { run } = await import('./run.ts')
  process.exitCode = await run(process.argv.slice(2))
} else {
  console.error(
    `rolecall needs Node ${supportedNode} or later; this is ${process.versions.node}. Update it from https://nodejs.org.`,
  )
  process.exitCode = 1
}
