/** Hides what is secret in a text that the server or the platform wrote. */
export type Mask = (text: string) => string

/** Stands for what is secret. */
export const redacted = '[redacted]'

// Gateways have names of their own for these. One that is taken for a secret and is none does no harm.
const secretName =
  /^(?!idempotency-key$|access-control-).*([2m]fa|s-code|auth(?!or$)|bearer|cookie|cred|dpop|hmac|jwt|key|otp|pass|pin$|pwd|saml|secret|session|sid$|sign|srf|ticket|token)/i

/** A copy of the headers that shows nothing of what is masked. */
export function maskHeaders(headers: Headers, mask: Mask): Headers {
  const copy = new Headers()
  // Those of another library are no more than this.
  headers.forEach((value, name) => {
    if (mask(name) === name) copy.append(name, mask(value))
  })
  return copy
}

/** The same; of headers that hold something masked, or are secret by their name, it shows no value. */
export function redactHeaders(headers: Headers, mask: Mask): Headers {
  const copy = maskHeaders(headers, mask)
  headers.forEach((value, name) => {
    if (copy.has(name) && (secretName.test(name) || copy.get(name) !== value)) {
      copy.set(name, redacted)
    }
  })
  return copy
}

/** Hides the secrets of requests. */
export interface Secrets {
  /** Takes note of what a request sends: its token, and whatever else its headers hold of that kind. */
  learn(sent: Headers): void
  readonly mask: Mask
}

/** Hides the secrets of all requests that it is told of. */
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

// Without the scheme, such as Bearer; and each value of a cookie, or of credentials that have several.
const secretIn = ([name, value]: [string, string]) =>
  secretName.test(name)
    ? [value.replace(/^\w+ +/, ''), ...(value.match(/(?<=="?)[^\s",;]+/g) ?? [])]
    : []

/** Hides the secrets in whatever case, also as URLs and JSON write them. */
export function maskOf(secrets: readonly (string | undefined)[]): Mask {
  const patterns = secrets.flatMap((secret = '') =>
    // Shorter ones would match ordinary text.
    secret.length > 5 ? secret.replaceAll(/\W/g, written) : [],
  )
  // Without any it is to match nothing.
  const pattern = new RegExp(patterns.join('|') || '(?!)', 'gi')
  return (text) => text.replace(pattern, '[token]')
}

const written = (char: string) => {
  const hex = char.charCodeAt(0).toString(16).padStart(2, '0')
  return `(?:\\\\?\\${char}|(?:%|\\\\u00)${hex})`
}
