import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A snapshot holds keys and tokens: only its owner may read a new file. */
const ownerOnly = 0o600

/**
 * Replaces a file as a whole: whenever the process is killed, the file is the old one or the new one. The
 * text is written to `FILE.tmp` beside it, flushed to the disk, and renamed.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.tmp`
  try {
    // The one of a process that was killed. It is not opened: it might be a link by now.
    await rm(temporary, { force: true })
    const handle = await open(temporary, 'wx', await modeOf(file))
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
    await flush(dirname(file))
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}

async function modeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).mode
  } catch {
    return ownerOnly
  }
}

/** Flushes the names of a folder, so that the new one outlives a power cut. Windows can't, and need not. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
