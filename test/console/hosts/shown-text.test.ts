import { expect, test } from 'vitest'
import { showable, shownText } from '../../../console/host/shown-text.ts'

test.each([
  ['a\u202Eb', 'a\uFFFDb'],
  ['\u2066a\u2069', '\uFFFDa\uFFFD'],
  ['שלום', 'שלום'],
  [String.raw`\u202e`, String.raw`\u202e`],
  ['line\n"quoted"\ttab', 'line\n"quoted"\ttab'],
])('%j is shown as %j', (name, shown) => {
  const asIs = JSON.stringify({ name })
  expect(JSON.parse(shownText(asIs))).toEqual({ name: shown })
  // As another server may write the same.
  const escaped = asIs.replaceAll(
    /[\u202A-\u2069]/g,
    (one) => `\\u${one.codePointAt(0)?.toString(16)}`,
  )
  expect(JSON.parse(shownText(escaped))).toEqual({ name: shown })
})

const answering = (parts: readonly string[]): typeof fetch =>
  showable(() => async () => {
    const stream = new ReadableStream<string>({
      start(controller) {
        for (const part of parts) controller.enqueue(part)
        controller.close()
      },
    })
    const body = stream.pipeThrough(new TextEncoderStream())
    return new Response(body, { status: 201, headers: { ETag: '"a"' } })
  })

test('an escape that arrives in two parts is found, in a document and in lines', async () => {
  const ask = answering(['{"name":"a\\u20', '2eb"}\n{"name":"', '\u202E"}'])
  const answer = await ask('https://rolecall.test/__mock/requests/stream')
  expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"a"'])
  expect(await answer.text()).toBe('{"name":"a\\ufffdb"}\n{"name":"\uFFFD"}')
})

test('a snapshot is as the mock has sent it', async () => {
  const ask = answering(['{"name":"\u202E"}'])
  const answer = await ask(new Request('https://rolecall.test/api/__mock/snapshot'))
  expect(await answer.text()).toBe('{"name":"\u202E"}')
})
