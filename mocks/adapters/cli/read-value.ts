import { didYouMean } from '../../shared/nearest.ts'
import { quoted } from '../../shared/quoted.ts'
import type { Cors } from '../server/index.ts'
import { UsageError } from './usage-error.ts'

/** Reads the number of a port. */
export function readPort(option: string, text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new UsageError(`${option} must be a number from 0 to 65535, not ${quoted(text)}.`)
}

/** Reads the front ends that may call the mock: a word, or origins separated by commas. */
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
    `--cors must be loopback, any, off or origins such as http://localhost:5173,https://app.example, not ${quoted(text)}.${didYouMean(text, ['loopback', 'any', 'off'])}`,
  )
}

/** Reads the name of one of several choices, and returns that choice. */
export function readChoice<T>(
  option: string,
  text: string,
  choices: Readonly<Record<string, T>>,
): T {
  const chosen = Object.hasOwn(choices, text) ? choices[text] : undefined
  if (chosen !== undefined) return chosen
  const names = Object.keys(choices)
  throw new UsageError(
    `${option} must be one of ${names.join(', ')}, not ${quoted(text)}.${didYouMean(text, names)}`,
  )
}
