import { existsSync, realpathSync, unwatchFile, watch, watchFile as poll } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** Saves within this time are one, in milliseconds. */
const together = 100

/** How often the file is looked at where its file system tells of no changes, in milliseconds. */
const interval = 1000

/**
 * Calls `changed` after a file was saved, whether its editor writes the file or renames another one to its
 * name. Returns a function that stops it.
 */
export function watchFile(file: string, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hear = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, together)
  }
  // The folder, because a watch of the file itself stays with the one that was renamed away. Network drives
  // and folders shared with containers tell of nothing, so the file is also looked at.
  const watchers = pathsOf(file).map((path) => {
    const watcher = watch(dirname(path), (_, name) => {
      if (name === null || name === basename(path)) hear()
    })
    return watcher.on('error', () => watcher.close())
  })
  poll(file, { interval }, hear)
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
    unwatchFile(file, hear)
  }
}

/** The path of the file, and of the one that it is a link to. */
function pathsOf(file: string): readonly string[] {
  const path = resolve(file)
  return [...new Set([path, existsSync(path) ? realpathSync(path) : path])]
}
