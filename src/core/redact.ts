/** Stands for what is secret. */
export const redacted = '[redacted]'

const secret = /authorization|cookie|token|secret|api-?key/i

/** A copy of the headers that shows no secret, neither by its name nor by what it holds. */
export function redactHeaders(headers: Headers, mask: (text: string) => string): Headers {
  const copy = new Headers(headers)
  for (const [name, value] of headers) {
    if (secret.test(name) || mask(value) !== value) copy.set(name, redacted)
  }
  return copy
}
