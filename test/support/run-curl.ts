/** Does what a curl command line of the mock's would do, and reads the JSON that comes back. */
export async function runCurl(line: string): Promise<unknown> {
  const words = [...line.matchAll(/"((?:\\.|[^"\\])*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll(/\\(.)/g, '$1') ?? bare ?? '',
  )
  const [command, flag, value = '', url = '', ...rest] = words
  if (command !== 'curl' || rest.length > 0) throw new Error(`Not a line that is known: ${line}`)
  const [name = '', text = ''] = value.split(': ')
  const response = await fetch(
    url,
    flag === '-H' ? { headers: { [name]: text } } : { method: 'POST', body: value },
  )
  return response.json()
}
