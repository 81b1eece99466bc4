import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { read, root } from '../docs/pages.ts'

interface Threat {
  readonly text: string
  readonly tests: readonly { readonly file: string; readonly title: string }[]
}

const [, chapter = ''] = read('SECURITY.md').split('\n## Threats, and the tests that cover them\n')
const parts = chapter.split(/^### /m).slice(1)

describe('the threats in SECURITY.md', () => {
  test('are those to each part', () => {
    expect(parts.map((part) => part.split('\n')[0])).toEqual([
      'The client',
      'The policy',
      'The mock',
      'The console',
      'The control API',
      'Snapshots',
      'The package',
    ])
  })

  describe.each(parts.map((part) => [part.split('\n')[0], threatsIn(part)] as const))(
    '%s',
    (_, threats) => {
      test('there are some', () => {
        expect(threats.length).toBeGreaterThan(3)
      })

      test.each(threats)('$text', ({ tests }) => {
        expect(tests).not.toEqual([])
        for (const { file, title } of tests)
          expect(`${file}: ${titleIn(file, title)}`).toBe(`${file}: ${title}`)
      })
    },
  )
})

function threatsIn(part: string): readonly Threat[] {
  const threats = part.split(/^- /m).slice(1)
  return threats.map((threat) => {
    const [text = '', ...lines] = threat.trimEnd().split('\n')
    return { text, tests: lines.map(testOn) }
  })
}

function testOn(line: string) {
  const { file, title } =
    /^ {2}- `(?<file>test\/\S+\.test\.ts)`: (?<title>.+)$/.exec(line)?.groups ?? {}
  if (file === undefined || title === undefined) {
    throw new TypeError(`A test reads "  - \`test/client/one.test.ts\`: its title", not ${line}`)
  }
  return { file, title }
}

/** The title if a test or a group of the file has it and is not skipped; else what is wrong. */
function titleIn(file: string, title: string): string {
  if (!existsSync(join(root, file))) return 'there is no such file'
  const literals = [`'${title}'`, `"${title}"`, `\`${title}\``]
  const text = read(file)
  const place = Math.max(...literals.map((literal) => text.indexOf(literal)))
  if (place === -1) return 'there is no such title'
  const call =
    text
      .slice(0, place)
      .match(/\b(?:test|describe)\b(?:\.\w+)*/g)
      ?.at(-1) ?? ''
  if (call === '') return 'the title is no test'
  return /skip|todo/.test(call) ? `${call} does not run` : title
}
