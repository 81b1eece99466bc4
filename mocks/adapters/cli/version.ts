import { readFile } from 'node:fs/promises'

/** The package's version. */
export async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(new URL(import.meta.resolve('rolecall/package.json')), 'utf8'),
  )
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    return String(manifest.version)
  }
  throw new Error('The package.json of rolecall has no version.')
}
