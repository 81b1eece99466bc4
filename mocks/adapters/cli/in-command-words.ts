import type { Command } from './command.ts'
import { optionNamed } from './option-named.ts'

/** What the mock advises callers of its functions, and what helps on the command line. */
const advice: readonly (readonly [RegExp, string])[] = [
  [/, or your own(?=[,.])/, ', or a file such as ./my-own.json'],
  [/\bpass signUp: true\b/, 'add --sign-up'],
  [/^X-Mock-Session(?= must)/, '--session'],
]

/** Says a message of the mock in the words of the command: its own options, and advice that it can follow. */
export function inCommandWords(message: string, { options }: Pick<Command, 'options'>): string {
  const own = message.replace(/^[a-z]+(?:[A-Z][a-z]+)*(?= must)/, (name) => {
    const option = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const [own] = optionNamed(option, options) ?? []
    return own === undefined ? name : `--${own}`
  })
  return advice.reduce((text, [theirs, ours]) => text.replace(theirs, ours), own)
}
