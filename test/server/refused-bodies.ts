import { gzipSync } from 'node:zlib'

/** Texts and bytes as one body. */
export const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))))

/** A byte order mark in UTF-8. */
export const bom = [0xef, 0xbb, 0xbf]
/** A valid body of roles.create. */
export const role = '{"key":"pruefer","name":"Prüfer","permissions":[]}'
/** A valid body of access.evaluate. */
export const question = JSON.stringify({
  subject: { type: 'user', id: 'me' },
  action: { name: 'roles.list' },
  resource: { type: 'organization', id: 'current' },
})

/** A body, and its refusal. */
export interface Case {
  readonly body: Uint8Array<ArrayBuffer>
  readonly headers?: Record<string, string>
  /** 400 stands for `malformed_json`, 415 for `unsupported_media_type`. */
  readonly status: 400 | 415
  readonly detail: string
}

const halves = (text: string): [string, string] => {
  const middle = text.lastIndexOf('}')
  return [text.slice(0, middle), text.slice(middle)]
}

/** Invalid bodies, each made from a valid one. */
export const refused: Readonly<Record<string, (right: string) => Case>> = {
  'Latin-1': (right) => ({
    body: new Uint8Array(Buffer.from(right.replace('}', ',"note":"é"}'), 'latin1')),
    status: 400,
    detail: 'The body is not UTF-8. Encode it as UTF-8.',
  }),
  'a letter cut off': (right) => ({
    body: bytes(...halves(right).toSpliced(1, 0, ',"note":"'), [0xc3], '"}'),
    status: 400,
    detail: 'The body is not UTF-8.',
  }),
  'an encoded surrogate': (right) => ({
    body: bytes(right, [0xed, 0xa0, 0x80]),
    status: 400,
    detail: 'The body is not UTF-8.',
  }),
  'UTF-16': (right) => ({
    body: new Uint8Array(Buffer.from(`\u{FEFF}${right}`, 'utf16le')),
    status: 400,
    detail: 'The body is not UTF-8.',
  }),
  'compression without a header': (right) => ({
    body: new Uint8Array(gzipSync(right)),
    status: 400,
    detail: 'The body is not UTF-8.',
  }),
  'two byte order marks': (right) => ({
    body: bytes(bom, bom, right),
    status: 400,
    detail: 'The body is not JSON',
  }),
  'a duplicate name': (right) => ({
    body: bytes(right.replace('{', '{"k":1,"k":1,')),
    status: 400,
    detail: 'The body has "k" twice in one object.',
  }),
  'a duplicate name, escaped in one place': (right) => ({
    body: bytes(right.replace('{', '{"key":1,"k\\u0065y":1,')),
    status: 400,
    detail: 'The body has "key" twice in one object.',
  }),
  '__proto__ twice, deep inside': (right) => ({
    body: bytes(right.replace('{', '{"a":[0,{"b/c":{"__proto__":{},"x":"\\"","__proto__":{}}}],')),
    status: 400,
    detail: 'The body has "__proto__" twice in one object, at /a/1/b~1c.',
  }),
  'another charset': (right) => ({
    body: bytes(right),
    headers: { 'Content-Type': 'application/json; charset=ISO-8859-1' },
    status: 415,
    detail: 'The charset must be utf-8, not iso-8859-1.',
  }),
  'another charset beside the right one': (right) => ({
    body: bytes(right),
    headers: { 'Content-Type': 'application/json; charset=utf-8; charset="utf-16"' },
    status: 415,
    detail: 'The charset must be utf-8, not utf-16.',
  }),
  'another media type': (right) => ({
    body: bytes(right),
    headers: { 'Content-Type': 'text/plain' },
    status: 415,
    detail: 'Content-Type must be application/json, not text/plain.',
  }),
  'no media type': (right) => ({
    body: bytes(right),
    headers: { 'Content-Type': '' },
    status: 415,
    detail: 'Content-Type is missing.',
  }),
  ...Object.fromEntries(
    ['gzip', 'br', 'deflate', 'zstd', 'x-unheard-of', 'gzip, identity'].map((encoding) => [
      `Content-Encoding: ${encoding}`,
      (right: string): Case => ({
        body: encoding === 'gzip' ? new Uint8Array(gzipSync(right)) : bytes(right),
        headers: { 'Content-Encoding': encoding },
        status: 415,
        detail: `Content-Encoding must be identity, not ${encoding}. Send the body uncompressed.`,
      }),
    ]),
  ),
}
