import { readFile } from 'node:fs/promises'
import { createClient } from 'rolecall'
import { EnvHttpProxyAgent, fetch } from 'undici'

const ca = await readFile('corporate-ca.pem')
const dispatcher = new EnvHttpProxyAgent({ connect: { ca }, requestTls: { ca } })

const client = createClient({
  fetch: ({ url }, init) => fetch(url, { ...init, dispatcher }),
})
console.log((await client.users.me()).email)
