/** By RFC 9110: visible characters and octets above ASCII, with spaces and tabs between them. */
const headerValue = /^(?=.{1,1024}$)[!-~\x80-\xff]+([\t ]+[!-~\x80-\xff]+)*$/

/**
 * The id that a request brings, if it is 1 to 1,024 characters that a header may hold. By AuthZEN, it is any text, and
 * comes back as it was sent.
 */
export function sentRequestId(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): string | undefined {
  const sent = headers['x-request-id']
  return typeof sent === 'string' && headerValue.test(sent) ? sent : undefined
}
