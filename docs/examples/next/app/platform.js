import { cookies } from 'next/headers'
import { createClient } from 'rolecall'

/** One client for all requests. Each call is made with the token of the request at hand. */
export const client = createClient({
  token: async () => (await cookies()).get('token')?.value ?? null,
})
