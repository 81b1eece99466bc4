import { didYouMean } from '../../shared/nearest.ts'
import type { Cors } from '../server/index.ts'
import { UsageError } from './usage-error.ts'

/** Reads a port's number. */
export function readPort(option: string, text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new UsageError(`${option} must be a number from 0 to 65535; it is ${JSON.stringify(text)}.`)
}

/** Reads which front ends may call the mock: a word, or origins with commas between them. */
export function readCors(text: string): Cors {
  switch (text) {
    case 'any':
      return true
    case 'off':
      return false
    case 'loopback':
      return text
  }
  if (text.includes(':') || text === 'null') return text.split(',')
  throw new UsageError(
    `--cors must be loopback, any, off or origins such as http://localhost:5173,https://app.example; it is ${JSON.stringify(text)}.${didYouMean(text, ['loopback', 'any', 'off'])}`,
  )
}

/** Reads the name of one of several things, and gives that. */
export function readChoice<T>(
  option: string,
  text: string,
  choices: Readonly<Record<string, T>>,
): T {
  const chosen = Object.hasOwn(choices, text) ? choices[text] : undefined
  if (chosen !== undefined) return chosen
  const names = Object.keys(choices)
  throw new UsageError(
    `${option} must be one of ${names.join(', ')}; it is ${JSON.stringify(text)}.${didYouMean(text, names)}`,
  )
}
