#!/usr/bin/env node
import process from 'node:process'
import { isSupported, supportedNode } from './supported-node.ts'

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
