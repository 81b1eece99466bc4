/** A body, as much of it as was read. */
export interface Body {
  readonly text: string
  /** Whether the body is larger than may be. */
  readonly tooLarge: boolean
  /** Why it ended early, wrapped since anything may be thrown. */
  readonly fault?: { readonly cause: unknown }
}

const decoder = new TextDecoder()

/** Reads a body to its end, to `max` bytes or until `signal` ends it. It never rejects. */
export async function readBody(
  { body }: Response,
  max: number,
  signal: AbortSignal,
): Promise<Body> {
  const chunks: Uint8Array[] = []
  let size = 0
  const end = (tooLarge: boolean) => ({ text: decoder.decode(join(chunks, size)), tooLarge })
  if (!body) return end(false)
  try {
    const reader = body.getReader()
    // The user's fetch may take no notice of its signal.
    const cancel = () => void reader.cancel(signal.reason).catch(() => {})
    signal.addEventListener('abort', cancel)
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return end(false)
      chunks.push(value)
      size += value.byteLength
      if (size > max) {
        cancel()
        return end(true)
      }
    }
  } catch (cause) {
    return { ...end(false), fault: { cause } }
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array | undefined {
  if (chunks.length < 2) return chunks[0]
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
