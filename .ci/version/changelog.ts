/** A change that users see, from a file of `.changeset`. */
export interface Changeset {
  bump: Bump
  /** A line, or lists under headings of Keep a Changelog. */
  summary: string
}

/** A version and the day it is released, such as `2026-12-01`. */
export interface Release {
  version: string
  date: string
}

type Bump = 'major' | 'minor' | 'patch'

const headings = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'] as const
type Heading = (typeof headings)[number]

/** The heading for a summary that has none. */
const usualHeading: Record<Bump, Heading> = { major: 'Changed', minor: 'Added', patch: 'Fixed' }

/** Reads the text of a changeset; undefined if it is empty, for a change that users don't see. */
export function readChangeset(text: string): Changeset | undefined {
  const file = /^---\n(?<packages>[^]*?)---\n(?<summary>[^]*)$/.exec(text)?.groups
  if (file?.packages?.trim() === '') return undefined
  const bump = /^['"]?rolecall['"]?: *(?<bump>major|minor|patch)\n$/.exec(file?.packages ?? '')
    ?.groups?.bump
  if (!isBump(bump)) {
    throw new TypeError(`A changeset must begin with ---, 'rolecall': minor, ---; got ${text}`)
  }
  return { bump, summary: file?.summary?.trim() ?? '' }
}

/**
 * Adds a release to the text of a changelog, above earlier ones. It holds what stood under
 * `[Unreleased]`, then the changesets.
 */
export function addRelease(
  changelog: string,
  changesets: readonly Changeset[],
  { version, date }: Release,
): string {
  const { head, unreleased, earlier } = split(changelog)
  const { intro, lists } = readLists(unreleased)
  for (const { bump, summary } of changesets) {
    const read = readLists(summary)
    if (read.intro !== '') lists.push([usualHeading[bump], asItem(read.intro)])
    lists.push(...read.lists)
  }
  const parts = headings.flatMap((heading) => {
    const own = lists.filter(([of]) => of === heading).map(([, list]) => list)
    return own.length === 0 ? [] : [`### ${heading}`, own.join('\n')]
  })
  const section = [`## [${version}] - ${date}`, intro, ...parts]
  return `${[head, ...section, earlier].filter((part) => part !== '').join('\n\n')}\n`
}

function split(changelog: string) {
  const [head = '', ...releases] = changelog.split(/^(?=## )/m)
  const [first = '', ...others] = releases
  const open = /^## \[Unreleased\]\n/
  return {
    head: head.trim(),
    unreleased: open.test(first) ? first.replace(open, '') : '',
    earlier: (open.test(first) ? others : releases).join('').trim(),
  }
}

/** Reads lists under headings, and the text before the first heading. */
function readLists(text: string) {
  const [intro = '', ...parts] = text.split(/^### /m)
  const lists = parts.map((part): [Heading, string] => {
    const [heading = '', ...list] = part.split('\n')
    if (!isHeading(heading)) {
      throw new TypeError(
        `### ${heading} is no heading of a changelog; use ${headings.join(', ')}.`,
      )
    }
    return [heading, list.join('\n').trim()]
  })
  return { intro: intro.trim(), lists }
}

function asItem(text: string): string {
  return text.startsWith('- ') ? text : `- ${text.replaceAll('\n', '\n  ')}`
}

function isBump(value: string | undefined): value is Bump {
  return value !== undefined && Object.hasOwn(usualHeading, value)
}

function isHeading(value: string): value is Heading {
  return headings.some((heading) => heading === value)
}
