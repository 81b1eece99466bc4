import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { OpenAPIBackend } from 'openapi-backend'

// Set up as documented: requests are validated, answers are the document's examples. Quick mode skips
// the check of the document, which rejects new keywords of OpenAPI 3.1.
const [document, port] = process.argv.slice(2)
const definition = JSON.parse(readFileSync(document, 'utf8'))
const api = new OpenAPIBackend({ definition, quick: true })
api.register({
  notFound: (_, __, response) => send(response, 404, { title: 'Not found' }),
  validationFail: ({ validation }, _, response) =>
    send(response, 400, { title: 'Bad request', errors: validation.errors }),
  notImplemented({ operation }, _, response) {
    const { status, mock } = api.mockResponseForOperation(operation.operationId)
    send(response, status, mock)
  },
})
for (const name of Object.keys(definition.components.securitySchemes)) {
  api.registerSecurityHandler(name, ({ request }) => request.headers.authorization !== undefined)
}
await api.init()

function send(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(body))
}

createServer(async (request, response) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const { method, url: path, headers } = request
  const body = chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString())
  await api.handleRequest({ method, path, headers, body }, request, response)
}).listen(Number(port), '127.0.0.1')
