import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createMockServer } from '@redocly/mock-server'

// The package has a handler, and no listener.
const [document, port] = process.argv.slice(2)
const handle = await createMockServer(JSON.parse(readFileSync(document, 'utf8')), {})

createServer(async (request, response) => {
  const { method, headers } = request
  const [path, query] = request.url.split('?')
  const getBody = async () => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    return Buffer.concat(chunks).toString()
  }
  const { statusCode, headers: own, body } = await handle({ method, path, query, headers, getBody })
  response.writeHead(statusCode, own)
  response.end(body)
}).listen(Number(port), '127.0.0.1')
