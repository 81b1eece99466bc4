import type { LoggedRequest } from '../../../mocks/control-client/index.ts'
import { filterKeys, states } from './filter.ts'

/** The most suggestions at a time. */
const most = 20

/** What a search may become with its last word completed: keys, or the values that the log has. */
export function suggestionsFor(
  search: string,
  requests: readonly LoggedRequest[],
): readonly string[] {
  const [, before = '', last = ''] = /^(.*?)(\S*)$/s.exec(search) ?? []
  const sign = last.startsWith('-') ? '-' : ''
  const word = last.slice(sign.length)
  const [key = '', value] = word.split(':')
  const values =
    value === undefined
      ? filterKeys.map((one) => `${one}:`)
      : valuesOf(key, requests).map((one) => `${key}:${one}`)
  return values
    .filter((one) => one.startsWith(word) && one !== word)
    .slice(0, most)
    .map((one) => `${before}${sign}${one}`)
}

function valuesOf(key: string, requests: readonly LoggedRequest[]): readonly string[] {
  const all = (of: (request: LoggedRequest) => string | number | undefined): string[] => {
    const values = new Set(requests.map(of))
    values.delete(undefined)
    return [...values].map(String).toSorted()
  }
  switch (key) {
    case 'is':
      return Object.keys(states)
    case 'op':
      return all(({ operation }) => operation)
    case 'as':
      return all(({ actor }) => actor)
    case 'rule':
      return all(({ rule, decision }) => rule ?? decision?.rule)
    case 'status':
      return all(({ status }) => status)
    case 'fault':
      return ['any', 'none']
    default:
      return []
  }
}
