/** Hides secrets in a text of the server or the runtime. */
export type Mask = (text: string) => string

/** Replaces a secret value. */
export const redacted = '[redacted]'

// Gateways have their own names for credentials. Better to hide a harmless header than to show a secret.
const secretName =
  /^(?!idempotency-key$|access-control-).*([2m]fa|s-code|auth(?!or$)|bearer|cookie|cred|dpop|hmac|jwt|key|otp|pass|pin$|pwd|saml|secret|session|sid$|sign|srf|ticket|token)/i

/**
 * A copy of headers with secrets masked in it. A header whose name holds one is left out.
 *
 * @param shown - What stands for a value. Default: the masked one.
 */
export function maskHeaders(
  headers: Headers,
  mask: Mask,
  shown = (_name: string, _value: string, masked: string): string => masked,
): Headers {
  const copy = new Headers()
  // Headers of another library may have no other way to be walked.
  headers.forEach((value, name) => {
    if (mask(name) === name) copy.append(name, shown(name, value, mask(value)))
  })
  return copy
}

/** The same for hooks and logs: without the values that hold a secret, or are one by their name. */
export const redactHeaders = (headers: Headers, mask: Mask): Headers =>
  maskHeaders(headers, mask, (name, value, masked) =>
    masked !== value || secretName.test(name) ? redacted : value,
  )

/** Hides the secrets of all requests of a call. */
export interface Secrets {
  /** Remembers the secrets that a request sends: its token, and those of other headers. */
  learn(sent: Headers): void
  readonly mask: Mask
}

export function createSecrets(): Secrets {
  const requests: Headers[] = []
  let mask: Mask | undefined
  return {
    learn(sent) {
      requests.push(sent)
      mask = undefined
    },
    mask(text) {
      mask ??= maskOf(requests.flatMap((headers) => [...headers].flatMap(secretIn)))
      return mask(text)
    },
  }
}

// Without the scheme, such as Bearer; and each value of a cookie or of credentials with several.
const secretIn = ([name, value]: [string, string]) =>
  secretName.test(name)
    ? [value.replace(/^\w+ +/, ''), ...(value.match(/(?<=="?)[^\s",;]+/g) ?? [])]
    : []

/** Makes a mask of secrets in any case, also as URLs and JSON write them. */
export function maskOf(secrets: readonly (string | undefined)[]): Mask {
  const patterns = secrets.flatMap((secret = '') =>
    // Shorter ones would match ordinary text.
    secret.length > 5 ? secret.replaceAll(/\W/g, written) : [],
  )
  // Without secrets, match nothing.
  const pattern = new RegExp(patterns.join('|') || '(?!)', 'gi')
  return (text) => text.replace(pattern, '[token]')
}

const written = (char: string) => {
  const hex = char.charCodeAt(0).toString(16).padStart(2, '0')
  return `(?:\\\\?\\${char}|(?:%|\\\\u00)${hex})`
}
