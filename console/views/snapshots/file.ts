import type { Snapshot } from '../../../mocks/control-client/index.ts'

/** Hands a snapshot to the browser as a file to save. */
export function save(snapshot: Snapshot): string {
  const name = `${snapshot.policy.name}-${snapshot.clock.now.slice(0, 10)}.rolecall.json`
  const safe = name.replaceAll(/[^\w.-]/g, '_')
  const address = URL.createObjectURL(
    new Blob([`${JSON.stringify(snapshot, undefined, 2)}\n`], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = safe
  link.click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return safe
}

/**
 * What a file holds as JSON.
 *
 * @throws `Error` that says where it stops being JSON.
 */
export async function contentOf(file: File): Promise<unknown> {
  const text = await file.text()
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${file.name} is not JSON: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    })
  }
}
