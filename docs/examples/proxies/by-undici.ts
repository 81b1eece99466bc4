import { createClient } from 'rolecall'
import { EnvHttpProxyAgent, fetch } from 'undici'

/** Reads HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
const dispatcher = new EnvHttpProxyAgent()

const client = createClient({
  fetch: ({ url }, init) => fetch(url, { ...init, dispatcher }),
})
console.log((await client.users.me()).email)
