/** As much of a body as was read. */
export interface Body {
  readonly text: string
  /** How much was read: more than the limit where the body is too large. */
  readonly size: number
  /** Why it ended early, wrapped since anything may be thrown. */
  readonly thrown?: { readonly cause: unknown }
}

/**
 * Reads a body to its end, to `max` bytes or until `signal` ends it. It never rejects. A body that is no web
 * stream is read whole, and its characters are counted.
 */
export async function readBody(
  response: Response,
  max: number,
  signal: AbortSignal,
): Promise<Body> {
  const { body } = response
  let text = ''
  let size = 0
  try {
    // React Native has no streams, and node-fetch has those of Node.
    if (!body?.getReader) {
      text = await response.text()
      return { text, size: text.length }
    }
    const reader = body.getReader()
    const decoder = new TextDecoder()
    // The user's fetch may ignore its signal.
    const cancel = () => void reader.cancel(signal.reason).catch(() => {})
    signal.addEventListener('abort', cancel)
    while (size <= max) {
      const { done, value } = await reader.read()
      if (done) return { text: text + decoder.decode(), size }
      text += decoder.decode(value, { stream: true })
      size += value.byteLength
    }
    cancel()
    return { text, size }
  } catch (cause) {
    return { text, size, thrown: { cause } }
  }
}
