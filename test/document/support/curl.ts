import type { Sent } from './exchange.ts'

/** A word of a POSIX shell; bash reads `$'…'`, for bytes that are no plain text. */
function word(text: string | Uint8Array): string {
  const bytes = Buffer.from(text)
  const isPlain = bytes.every((byte) => byte >= 0x20 && byte < 0x7f)
  if (isPlain) return `'${bytes.toString().replaceAll("'", String.raw`'\''`)}'`
  const escaped = [...bytes].map((byte) =>
    byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c
      ? String.fromCodePoint(byte)
      : `\\x${byte.toString(16).padStart(2, '0')}`,
  )
  return `$'${escaped.join('')}'`
}

/** The bytes of a header or a path. */
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** The request as a line for a shell. */
export function curlOf(base: string, { method, target, headers, body }: Sent): string {
  // `-H 'name;'` sends an empty header, and `-H 'name:'` leaves out one of curl's own.
  const given = { ...(body !== undefined && { 'content-type': '' }), ...headers }
  const fields = Object.entries(given).map(([name, value]) =>
    value === ''
      ? `-H '${name}${name in headers ? ';' : ':'}'`
      : `-H ${word(latin(`${name}: ${value}`))}`,
  )
  return [
    'curl -i --path-as-is',
    ...(method === 'HEAD' ? ['-I'] : [`-X ${method}`]),
    ...fields,
    ...(body === undefined ? [] : [`--data-binary ${word(body)}`]),
    word(latin(base + target)),
  ].join(' ')
}
