import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { untilLine } from '../package/until-line.ts'
import type { Addresses } from '../package/consumer/smoke/stage.ts'

/** A server on a free port of loopback. */
export async function listen(
  answer: RequestListener,
): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Only a pipe has another address.
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Refuses each write once, then answers with the received request. */
function answerOnSecondAttempt(): RequestListener {
  const attempts = new Map<unknown, number>()
  return ({ method, headers }, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', '*')
    if (method === 'OPTIONS') return response.end()
    const idempotencyKey = headers['idempotency-key']
    const attempt = (attempts.get(idempotencyKey) ?? 0) + 1
    attempts.set(idempotencyKey, attempt)
    if (attempt === 1) return response.writeHead(503, { 'Retry-After': '0' }).end()
    response.writeHead(201, { 'Content-Type': 'application/json' })
    return response.end(JSON.stringify({ idempotencyKey, attempt }))
  }
}

/** Serves the addresses of the checks, the mock by the package's own command, while `run` is at work. */
export async function withServers(
  folder: string,
  run: (addresses: Addresses) => Promise<void>,
): Promise<void> {
  const silent = await listen(() => {})
  const flaky = await listen(answerOnSecondAttempt())
  const gone = await listen(() => {})
  await gone.close()
  const command = ['node_modules/.bin/rolecall', 'mock', '--port', '0']
  const pattern = /http:\/\/127\.0\.0\.1:\d+/
  try {
    await untilLine({ command, cwd: folder, pattern }, ([mock = '']) =>
      run({ mock, silent: silent.origin, flaky: flaky.origin, refused: gone.origin }),
    )
  } finally {
    await silent.close()
    await flaky.close()
  }
}
