import { spawn } from 'node:child_process'

/** The command that opens a URL in the browser of its user, with its first arguments. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  // Start takes a first argument in quotes as the title of a window.
  win32: ['cmd', '/c', 'start', '""'],
}

/** Opens a page in the browser. Hears of a failure, with a line about it. */
export function openPage(url: string, onFailure: (line: string) => void): void {
  const [command = '', ...args] = openers[process.platform] ?? ['xdg-open']
  const options = { stdio: 'ignore', detached: true, windowsVerbatimArguments: true } as const
  const child = spawn(command, [...args, url], options)
  const fail = () => onFailure(`${command} could not open the page. Open ${url} yourself.`)
  child.on('error', fail)
  child.on('exit', (code) => {
    if (code !== 0) fail()
  })
  child.unref()
}
