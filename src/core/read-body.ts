/** A body, as much of it as was read. */
export interface Body {
  readonly text: string
  /** Whether the body is larger than may be. */
  readonly tooLarge: boolean
  /** Why it ended early, wrapped since anything may be thrown. */
  readonly fault?: { readonly cause: unknown }
}

/** Reads a body to its end, to `max` bytes or until `signal` ends it. It never rejects. */
export async function readBody(
  { body }: Response,
  max: number,
  signal: AbortSignal,
): Promise<Body> {
  if (!body) return { text: '', tooLarge: false }
  const reader = body.getReader()
  // The user's fetch may take no notice of its signal.
  const cancel = () => void reader.cancel(signal.reason).catch(() => {})
  signal.addEventListener('abort', cancel)
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { text: text + decoder.decode(), tooLarge: false }
      size += value.byteLength
      text += decoder.decode(value, { stream: true })
      if (size > max) {
        cancel()
        return { text, tooLarge: true }
      }
    }
  } catch (cause) {
    return { text, tooLarge: false, fault: { cause } }
  }
}
