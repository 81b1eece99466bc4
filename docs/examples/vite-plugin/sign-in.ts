/// <reference types="vite/client" />
import { type Client, createClient } from 'rolecall'

const baseUrl = '/api'

/** In development, signs anyone in by name. A build has only the sign-in of your platform. */
export async function signIn(user?: string): Promise<Client> {
  if (import.meta.env.DEV) {
    const { createControl } = await import('rolecall/mocks/control')
    const asked = new URL(location.href).searchParams.get('user')
    return createControl({ baseUrl }).client({ as: user ?? asked ?? 'lead@acme.test' })
  }
  return createClient({ baseUrl, token: () => sessionStorage.getItem('token') })
}
