import { didYouMean } from './did-you-mean.ts'
import type { Seen } from './seen.ts'

/** A search in the log: all of its terms hold. */
export interface Filter {
  readonly terms: readonly Term[]
  /** What of it can't be read, in a sentence each. Those terms are left out. */
  readonly problems: readonly string[]
}

interface Term {
  readonly isNegated: boolean
  readonly holds: (seen: Seen) => boolean
}

type Test = (value: string) => ((seen: Seen) => boolean) | string

/** What `is:` may say. */
export const states = {
  denied: ({ end }: Seen) => end === 'denied',
  allowed: ({ end }: Seen) => end === 'allowed',
  error: ({ end }: Seen) => end === 'error',
  question: ({ kind }: Seen) => kind === 'question',
  read: ({ kind }: Seen) => kind === 'read',
  write: ({ kind }: Seen) => kind === 'write',
} as const

const tests: Readonly<Record<string, Test>> = {
  is: (value) => {
    const state = Object.entries(states).find(([name]) => name === value)
    if (state) return state[1]
    return `is:${value} is unknown.${didYouMean(value, Object.keys(states))} Use ${Object.keys(states).join(', ')}.`
  },
  op: (value) => {
    const matches = pattern(value)
    return ({ request: { operation = '', question, questions = [] } }) =>
      [operation, question?.action ?? '', ...questions.map(({ action }) => action)].some(matches)
  },
  as: (value) => {
    const matches = pattern(value.includes('*') ? value : `${value}*`)
    return ({ request: { actor = '' } }) => matches(actor)
  },
  rule: (value) => {
    const matches = pattern(value)
    return ({ request: { rule = '', decision, decisions = [] } }) =>
      [rule, decision?.rule ?? '', ...decisions.map((one) => one.rule)].some(matches)
  },
  status: (value) => {
    if (!/^[0-5](\d\d|xx)?$/i.test(value))
      return `status:${value} must be a status, such as 403 or 4xx.`
    const begin = value.toLowerCase().replace('xx', '')
    return ({ request: { status } }) =>
      begin.length === 1 && value !== '0' ? String(status)[0] === begin : String(status) === begin
  },
  fault: (value) => {
    if (value === 'any') return ({ fault }) => fault !== undefined
    if (value === 'none') return ({ fault }) => fault === undefined
    return ({ fault = '' }) => fault.includes(value)
  },
  path: (value) => {
    const matches = pattern(value.includes('*') ? value : `${value}*`)
    return ({ request: { path } }) => matches(path)
  },
}

/** The keys of the terms. */
export const filterKeys = Object.keys(tests)

/**
 * Reads a search: `is:denied op:roles.* as:lead rule:AD-05 status:4xx fault:any path:/v1/x free words`. A minus before
 * a term negates it, commas mean any of several values, and quotes keep spaces.
 */
export function readFilter(text: string): Filter {
  const terms: Term[] = []
  const problems: string[] = []
  for (const word of wordsOf(text)) {
    const isNegated = word.startsWith('-') && word.length > 1
    const said = isNegated ? word.slice(1) : word
    const holds = readTerm(said)
    if (typeof holds === 'string') problems.push(holds)
    else terms.push({ isNegated, holds })
  }
  return { terms, problems }
}

/** Whether a request is among those that a search finds. */
export const matches = ({ terms }: Filter, seen: Seen): boolean =>
  terms.every(({ isNegated, holds }) => holds(seen) !== isNegated)

/** The words of a search. Quotes keep spaces, and go. */
const wordsOf = (text: string): readonly string[] =>
  (text.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [])
    .map((word) => word.replaceAll('"', ''))
    .filter(Boolean)

function readTerm(said: string): ((seen: Seen) => boolean) | string {
  const [, key, values] = /^([a-z]+):(.*)$/is.exec(said) ?? []
  if (key === undefined || values === undefined) return freeWord(said)
  const test = tests[key.toLowerCase()]
  if (test === undefined) {
    const near = didYouMean(key, filterKeys)
    // An address or a name may have a colon too.
    return near === '' ? freeWord(said) : `${key}: is no key of a search.${near}`
  }
  const each = values
    .split(',')
    .filter(Boolean)
    .map((value) => test(value.toLowerCase()))
  const problem = each.find((one) => typeof one === 'string')
  if (problem !== undefined) return problem
  if (each.length === 0) return `${key}: needs a value.`
  return (seen) => each.some((one) => typeof one !== 'string' && one(seen))
}

function freeWord(word: string): (seen: Seen) => boolean {
  const part = word.toLowerCase()
  return ({ call, said, request: { actor, path, code, rule, note, id, decision } }) =>
    [call, said, actor, path, code, rule, note, id, decision?.text].some(
      (text) => text?.toLowerCase().includes(part) === true,
    )
}

/** Tests a text against a pattern, in which `*` stands for any text. */
function pattern(value: string): (text: string) => boolean {
  const parts = value.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const regex = new RegExp(`^${parts.join('.*')}$`, 'is')
  return (text) => regex.test(text)
}
