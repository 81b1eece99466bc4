/** Runs a curl command line of the mock without curl, and parses the JSON answer, if it has one. */
export async function runCurl(line: string): Promise<unknown> {
  const words = [...line.matchAll(/"((?:\\.|[^"\\])*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double?.replaceAll(/\\(.)/g, '$1') ?? single ?? bare ?? '',
  )
  const headers = new Headers()
  let body: string | undefined
  let method: string | undefined
  while (words.length > 2) {
    const [flag, value = ''] = words.splice(1, 2)
    const [name = '', text = ''] = value.split(/: (.*)/)
    if (flag === '-H') headers.set(name, text)
    else if (flag === '-d') body = value
    else if (flag === '-X') method = value
    else throw new Error(`Unknown line: ${line}`)
  }
  const [command, url = ''] = words
  if (command !== 'curl') throw new Error(`Unknown line: ${line}`)
  const as = method ?? (body === undefined ? 'GET' : 'POST')
  const sent = { method: as, headers, ...(body !== undefined && { body }) }
  const answer = await (await fetch(url, sent)).text()
  return answer === '' ? undefined : JSON.parse(answer)
}
