import assert from 'node:assert/strict'
import { APIError, createClient } from 'rolecall'

/** A client whose every call gets this text as its answer. */
export function answeredWith(text: string | null, status = 200) {
  const fetch = async () => new Response(text, { status })
  return createClient({ baseUrl: 'https://platform.example', fetch, retries: 0 })
}

export const json = (value: unknown, status?: number) => answeredWith(JSON.stringify(value), status)

export async function errorOf(call: Promise<unknown>): Promise<APIError> {
  const error: unknown = await call.then(
    (value) => `It answered ${JSON.stringify(value)}`,
    (error: unknown) => error,
  )
  assert(error instanceof APIError, String(error))
  return error
}
