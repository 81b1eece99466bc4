/** A body, as much of it as was read. */
export interface Body {
  readonly text: string
  /** Whether the body is larger than may be. */
  readonly tooLarge: boolean
  /** Why it ended early, wrapped since anything may be thrown. */
  readonly fault?: { readonly cause: unknown }
}

/**
 * Reads a body to its end, to `max` bytes or until `signal` ends it. It never rejects. One that is no web
 * stream is read whole before its length, in characters, is known.
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
    // React Native has no streams, and node-fetch those of Node.
    if (!body?.getReader) {
      text = await response.text()
      return { text, tooLarge: text.length > max }
    }
    const reader = body.getReader()
    const decoder = new TextDecoder()
    // The user's fetch may take no notice of its signal.
    const cancel = () => void reader.cancel(signal.reason).catch(() => {})
    signal.addEventListener('abort', cancel)
    while (size <= max) {
      const { done, value } = await reader.read()
      if (done) return { text: text + decoder.decode(), tooLarge: false }
      text += decoder.decode(value, { stream: true })
      size += value.byteLength
    }
    cancel()
    return { text, tooLarge: true }
  } catch (cause) {
    return { text, tooLarge: false, fault: { cause } }
  }
}
