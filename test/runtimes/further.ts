import { pathToFileURL } from 'node:url'
import { execute } from '../package/execute.ts'
import type { Consumer } from './consumer.ts'
import { manifestOf, pathIn } from './installed.ts'
import { jestGuide } from './jest-guide.ts'

/** Trials of the packed package beside the checks, by name; each returns a line. */
export const further: Readonly<Record<string, (consumer: Consumer) => Promise<string>>> = {
  'server-components': inServerComponents,
  colours: withoutColours,
  'jest-guide': jestGuide,
}

/** Passes answers to client components; React warns about any that is more than data. */
async function inServerComponents({ folder }: Consumer): Promise<string> {
  const renderer = pathToFileURL(pathIn('react-server-dom-parcel', 'server.node.js')).href
  const args = ['--conditions=react-server', 'built/flight.js', renderer]
  const printed = await execute(process.execPath, args, {
    cwd: folder,
    env: { NODE_ENV: 'development' },
  })
  const { 'a marked one': expected, ...others }: Record<string, string[]> = JSON.parse(printed)
  if (!expected) throw new Error('It warns of nothing')
  if (Object.keys(others).length > 0) throw new Error(JSON.stringify(others, null, 2))
  return `react-server-dom-parcel ${manifestOf('react-server-dom-parcel').version}: no warnings`
}

const commands = [
  ['--help'],
  ['matrix'],
  ['can', '--as', 'lead@acme.test', 'roles.create'],
  ['policy', 'diff', 'adaptive', 'bigml'],
  ['policy', 'check', 'no-such.json'],
  ['no-such-command'],
]

/** Runs commands with their output in a pipe, on the oldest supported Node and on the newest. */
async function withoutColours({ folder }: Consumer): Promise<string> {
  const versions = ['node22', 'node26'].map((name) => ({
    version: manifestOf(name).version,
    node: pathIn(name, 'bin/node'),
  }))
  for (const { node, version } of versions) {
    for (const command of commands) {
      const script = ['node_modules/rolecall/dist/mocks/adapters/cli/main.js', ...command]
      const printed = await execute(node, script, {
        cwd: folder,
        env: { FORCE_COLOR: undefined },
      }).catch(String)
      if (!printed) throw new Error(`node ${version}: ${command.join(' ')} prints nothing`)
      if (printed.includes('\u001B')) throw new Error(`node ${version}: ${JSON.stringify(printed)}`)
    }
  }
  return `node ${versions.map(({ version }) => version).join(', ')}: ${commands.length} commands without colours in a pipe`
}
