/**
 * Characters that turn the direction of the text after them, as they are or as JSON escapes. Other escapes
 * are matched too, so that none is read from its middle.
 */
const overrides = /[\u202A-\u202E\u2066-\u2069]|\\(?:u(?:202[a-e]|206[6-9])|[^])/giu

/** Replaces the characters of a JSON text that turn the direction of what is shown beside them. */
export const shownText = (json: string): string =>
  json.replaceAll(overrides, (found) => {
    if (!found.startsWith('\\')) return '\uFFFD'
    return found.length === 2 ? found : String.raw`\ufffd`
  })

/**
 * A `fetch` whose answers are for showing: whatever a mock or a server has sent, no name in it changes how
 * the text around it reads. A snapshot stays as it is: it is saved, not shown.
 */
export function showable(fetch: () => typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch()(input, init)
    const url = typeof input === 'object' && 'url' in input ? input.url : String(input)
    const { pathname } = new URL(url)
    if (withoutBody.has(response.status) || pathname.endsWith('/__mock/snapshot')) return response
    if (response.body === null) return response
    const { status, statusText, headers } = response
    const body = response.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(byLines())
      .pipeThrough(new TextEncoderStream())
    return new Response(body, { status, statusText, headers })
  }
}

/** No answer with one of these may be made with a body, not even an empty one, as a browser reads 204. */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304])

/** Passes whole lines on: an escape could be cut in two. A document without line breaks is one. */
function byLines(): TransformStream<string, string> {
  let rest = ''
  return new TransformStream({
    transform(chunk, controller) {
      const text = rest + chunk
      const end = text.lastIndexOf('\n') + 1
      rest = text.slice(end)
      if (end > 0) controller.enqueue(shownText(text.slice(0, end)))
    },
    flush(controller) {
      if (rest !== '') controller.enqueue(shownText(rest))
    },
  })
}
