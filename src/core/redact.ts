/** Hides what is secret in a text that the server or the platform wrote. */
export type Mask = (text: string) => string

/** Stands for what is secret. */
export const redacted = '[redacted]'

// Gateways have names of their own for these. One that is taken for a secret and is none does no harm.
const secretName =
  /^(?!idempotency-|access-).*(auth(?!or$)|bearer|cookie|credential|dpop|jwt|key|otp|pass|pin$|pwd|secret|session|sid$|signature|token)/i

/**
 * A copy of the headers that shows nothing of what is masked; nor, of those that are secret by their name,
 * what they hold.
 */
export function redactHeaders(headers: Headers, mask: Mask): Headers {
  return copyOf(headers, mask, (name, value) =>
    secretName.test(name) || mask(value) !== value ? redacted : value,
  )
}

/** A copy of an answer's headers that shows nothing of what is masked, and all the rest. */
export function maskHeaders(headers: Headers, mask: Mask): Headers {
  return copyOf(headers, mask, (_, value) => mask(value))
}

function copyOf(
  headers: Headers,
  mask: Mask,
  show: (name: string, value: string) => string,
): Headers {
  const copy = new Headers()
  for (const [name, value] of headers) {
    if (mask(name) === name) copy.append(name, show(name, value))
  }
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

// Without the scheme, such as Bearer.
const secretIn = ([name, value]: [string, string]) =>
  secretName.test(name) ? value.replace(/^\w+ +/, '') : []

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
