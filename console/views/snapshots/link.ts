import type { Snapshot } from '../../../mocks/control-client/index.ts'

/** The most characters of a link: longer ones are cut by chats and mail. */
export const longestLink = 100_000

/** The most bytes that a link may unfold to: as many as a mock takes. */
const mostUnfolded = 20_000_000

/** The name of the part of the address that holds a state. */
export const linkName = 'state'

/** A snapshot in characters that an address can hold: deflated, as base64url. */
export async function packed(snapshot: Snapshot): Promise<string> {
  const text = new Blob([JSON.stringify(snapshot)]).stream()
  const deflated = text.pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(deflated).arrayBuffer())
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * What was packed, which may come from anybody.
 *
 * @throws `Error` that says why it can't be read.
 */
export async function unpacked(characters: string): Promise<unknown> {
  if (!/^[\w-]+$/.test(characters)) {
    throw new Error('The link has characters that no shared state has. Copy the whole link again.')
  }
  const signs = atob(characters.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(signs, (sign) => sign.charCodeAt(0))
  const text = await inflated(bytes).catch((error: unknown) => {
    if (error instanceof RangeError) throw error
    throw new Error('The link is not whole: a part of it is missing or was changed.')
  })
  return JSON.parse(text)
}

/** Reads piece by piece: a few characters could unfold to more than the memory holds. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = stream.getReader()
  let size = 0
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.length
    if (size > mostUnfolded) {
      await reader.cancel()
      throw new RangeError('The link holds more than 20 MB, which no mock takes.')
    }
    text += decoder.decode(value, { stream: true })
  }
}
