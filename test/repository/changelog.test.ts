import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { addRelease, readChangeset } from '../../.ci/version/changelog.ts'
import { read, root } from '../docs/pages.ts'

const release = { version: '2.0.0', date: '2026-12-01' }
const head = '# Changelog\n\nAll notable changes.\n'
const earlier = '## [1.0.0] - 2026-01-01\n\n### Added\n\n- One.\n'

describe('a release in the changelog', () => {
  test('stands above earlier ones, its lists by heading', () => {
    const changesets = [
      { bump: 'major', summary: '### Fixed\n\n- Three.\n\n### Added\n\n- Four,\n  and five.\n' },
      { bump: 'minor', summary: '### Added\n\n- Six.\n' },
    ] as const

    expect(addRelease(`${head}\n${earlier}`, changesets, release)).toBe(`${head}
## [2.0.0] - 2026-12-01

### Added

- Four,
  and five.
- Six.

### Fixed

- Three.

${earlier}`)
  })

  test.each([
    ['major', 'Changed'],
    ['minor', 'Added'],
    ['patch', 'Fixed'],
  ] as const)('lists a %s line without a heading under %s', (bump, heading) => {
    expect(addRelease(head, [{ bump, summary: 'Two\nlines.' }], release)).toBe(
      `${head}\n## [2.0.0] - 2026-12-01\n\n### ${heading}\n\n- Two\n  lines.\n`,
    )
  })

  test('includes the lines under Unreleased', () => {
    const open = '## [Unreleased]\n\nText.\n\n### Security\n\n- Two.\n\n### Added\n\n- Three.\n'
    const changesets = [{ bump: 'minor', summary: 'Four.' }] as const

    expect(addRelease(`${head}\n${open}\n${earlier}`, changesets, release)).toBe(`${head}
## [2.0.0] - 2026-12-01

Text.

### Added

- Three.
- Four.

### Security

- Two.

${earlier}`)
  })

  test('refuses unknown headings of a changelog', () => {
    const changesets = [{ bump: 'patch', summary: '### Bugs\n\n- One.' }] as const

    expect(() => addRelease(head, changesets, release)).toThrow(
      '### Bugs is no heading of a changelog; use Added, Changed, Deprecated, Removed, Fixed, Security.',
    )
  })
})

describe('a changeset', () => {
  test('has the size of the change, and its text for users', () => {
    expect(readChangeset("---\n'rolecall': minor\n---\n\nOne.\n")).toEqual({
      bump: 'minor',
      summary: 'One.',
    })
    expect(readChangeset('---\n"rolecall": patch\n---\n\nOne.\n')?.bump).toBe('patch')
  })

  test('may be empty, for a change that users do not see', () => {
    expect(readChangeset('---\n---\n')).toBeUndefined()
  })

  test.each(['One.\n', '---\none: minor\n---\n\nOne.\n', "---\n'rolecall': big\n---\n\nOne.\n"])(
    'of another shape is refused: %j',
    (text) => {
      expect(() => readChangeset(text)).toThrow(
        "A changeset must begin with ---, 'rolecall': minor",
      )
    },
  )
})

describe('the changelog of this project', () => {
  const pending = globSync('.changeset/*.md', { cwd: root, exclude: ['.changeset/README.md'] })

  const now = read('CHANGELOG.md')
  const itemsOf = (text: string) => text.match(/^- .*$/gm) ?? []

  test('has a section for the version of package.json', () => {
    expect(now).toContain(`\n## [${manifest.version}] - `)
  })

  test('gets one section for all pending changesets, and keeps earlier sections', () => {
    const changesets = pending.flatMap((path) => readChangeset(read(path)) ?? [])
    const [head, next = '', ...sections] = addRelease(now, changesets, release).split(/^(?=## )/m)

    expect([head, ...sections].join('')).toBe(now)
    expect(next).toContain('## [2.0.0] - 2026-12-01\n')
    expect(itemsOf(next).toSorted()).toEqual(
      changesets
        .flatMap(({ summary }) => itemsOf(/^(?:-|###) /.test(summary) ? summary : `- ${summary}`))
        .toSorted(),
    )
  })
})
