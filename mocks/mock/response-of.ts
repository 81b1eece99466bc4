import type { Answer } from '../message/message.ts'

/** Turns a plain answer into a Response, without its body for HEAD. */
export const responseOf = ({ status, headers, body }: Answer, method: string): Response =>
  new Response(body === '' || method === 'HEAD' ? null : body, { status, headers: { ...headers } })
