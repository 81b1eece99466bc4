import type { ShownExample } from './examples.ts'

/** The call of an example, for curl. Every shell understands double quotes, that of Windows too. */
export function curlOf(
  example: ShownExample,
  { method, path, url, token }: Readonly<Record<'method' | 'path' | 'url' | 'token', string>>,
): string {
  const { query, header, body } = example
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(example.path[name])),
  )
  const texts = Object.entries(query).map(([key, value]) => [key, String(value)])
  const search = texts.length === 0 ? '' : `?${new URLSearchParams(texts).toString()}`
  const headers = {
    Authorization: `Bearer ${token}`,
    ...(body && { 'Content-Type': body.type }),
    ...header,
  }
  return [
    'curl',
    ...(method === 'GET' || (method === 'POST' && body) ? [] : [`-X ${method}`]),
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body ? [`-d ${quoted(JSON.stringify(body.value))}`] : []),
    quoted(url + filled + search),
  ].join(' ')
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\$`]/g, String.raw`\$&`)}"`
