import { argv } from 'node:process'
import { createMock } from 'rolecall/mocks'

// For React's renderer of server components: its module in, its output for each answer out, as JSON.

/** The part of it in use: its types are installed nowhere. */
interface Renderer {
  renderToReadableStream(
    model: unknown,
    options: { onError(error: unknown): void },
  ): ReadableStream<Uint8Array>
}

const complaints: Record<string, string[]> = {}
let name = ''
const complain = (text: unknown) => void (complaints[name] ??= []).push(String(text))
console.error = (...texts) => complain(texts.join(' '))

const { renderToReadableStream }: Renderer = await import(argv[2] ?? '')
const admin = createMock().client({ as: 'admin@acme.test' })

const answers: Record<string, unknown> = {
  'a thing': await admin.users.me(),
  'a list': await admin.users.list().toArray(),
  'the items of a page': (await admin.users.list()).data,
  'a decision': await admin.can('roles.list'),
  decisions: await admin.can.all({ list: ['roles.list'], me: ['users.me'] }),
  'the matrix': await admin.policy.matrix(),
  'a call on its way': admin.users.me(),
  // An input that it rejects, so that its silence means something.
  'a marked one': Object.defineProperty({}, Symbol('mark'), { value: 1 }),
}
for (const [of, answer] of Object.entries(answers)) {
  name = of
  const stream = renderToReadableStream({ answer }, { onError: complain })
  await new Response(stream).text()
}
console.log(JSON.stringify(complaints))
