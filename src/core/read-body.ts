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
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  const end = (tooLarge: boolean) => ({ text: text + decoder.decode(), tooLarge })
  if (!body) return end(false)
  try {
    const reader = body.getReader()
    // The user's fetch may take no notice of its signal.
    const cancel = () => void reader.cancel(signal.reason).catch(() => {})
    signal.addEventListener('abort', cancel)
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return end(false)
      text += decoder.decode(value, { stream: true })
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
