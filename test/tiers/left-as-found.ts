/**
 * Files that share a process leave globals as found: a file that keeps a stub fails itself, not another
 * file.
 */
import assert from 'node:assert/strict'
import { afterAll } from 'vitest'

const globals = [
  'AbortSignal',
  'Date',
  'Deno',
  'Headers',
  'MessageChannel',
  'Promise',
  'Request',
  'Response',
  'TextDecoder',
  'URL',
  'clearTimeout',
  'crypto',
  'fetch',
  'location',
  'navigator',
  'process',
  'setTimeout',
  'structuredClone',
]

const shared = (): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(globals.map((name) => [name, Reflect.get(globalThis, name)])),
  ...Object.fromEntries(Object.entries(console).map(([name, log]) => [`console.${name}`, log])),
  ...Object.fromEntries(
    Object.entries(process.env).map(([name, text]) => [`process.env.${name}`, text]),
  ),
  'Date.now': Date.now,
  'Headers.prototype.forEach': Headers.prototype.forEach,
  'Math.random': Math.random,
  'performance.now': performance.now,
})

const found = shared()

afterAll(() => {
  const left = shared()
  const names = new Set([...Object.keys(found), ...Object.keys(left)])
  const changed = [...names].filter((name) => !Object.is(left[name], found[name]))
  assert.deepEqual(changed, [], 'A test file must leave these as it found them.')
})
