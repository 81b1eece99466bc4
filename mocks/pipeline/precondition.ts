import { brief } from '../shared/brief.ts'
import { refuse, type Refused } from '../message/refusal.ts'

/**
 * Compares an `If-Match` header with the current etag, strongly: a weak tag never matches.
 * `*` stands for any version.
 */
export function checkPrecondition(
  ifMatch: string | undefined,
  etag: string | undefined,
): Refused | undefined {
  if (ifMatch === undefined || etag === undefined) return undefined
  const tags = ifMatch.split(',').map((tag) => tag.trim())
  if (tags.includes('*') || tags.includes(`"${etag}"`)) return undefined
  const text = `If-Match is ${brief(ifMatch)}, the current etag is "${etag}". Read it again and decide anew.`
  return refuse(412, 'stale_etag', text)
}
