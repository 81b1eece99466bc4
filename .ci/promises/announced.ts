import type { Changeset } from '../version/changelog.ts'
import type { Break } from './break.ts'

/**
 * The breaks that no pending changeset announces: an item that begins with `Breaking:` names each one
 * in backticks. The changeset must raise the major version; before 1.0, the minor one.
 */
export function unannounced(
  breaks: readonly Break[],
  changesets: readonly Changeset[],
  version: string,
): readonly Break[] {
  const sizes = version.startsWith('0.') ? ['minor', 'major'] : ['major']
  const named = new Set(
    changesets
      .filter(({ bump }) => sizes.includes(bump))
      .flatMap(({ summary }) => summary.match(/^- Breaking: .*(?:\n {2}.*)*/gm) ?? [])
      .flatMap((item) => [...item.matchAll(/`([^`]+)`/g)].map(([, name]) => name)),
  )
  return breaks.filter(({ subject }) => !named.has(subject))
}

/** A change that looks like a break and is none. */
export interface Compatible extends Break {
  readonly reason: string
}

/** The breaks without those that somebody has judged compatible, and the judgements of no break. */
export function withoutCompatible(breaks: readonly Break[], judged: readonly Compatible[]) {
  const isSame = (one: Break) => (other: Break) =>
    one.subject === other.subject && one.change === other.change
  return {
    breaks: breaks.filter((one) => !judged.some(isSame(one))),
    stale: judged.filter((one) => !breaks.some(isSame(one))),
  }
}
