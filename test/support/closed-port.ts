import { once } from 'node:events'
import { createServer } from 'node:net'

// Below the ports that a system gives to servers that ask for any: no other test is given this one.
const lowest = 20_000
const highest = 30_000

/** A loopback port without a listener, which stays so. */
export async function closedPort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest))
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
