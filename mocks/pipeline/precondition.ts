import { brief } from '../shared/brief.ts'
import { refuse, type Refused } from '../message/refusal.ts'

/** 412 if no tag of an `If-Match` header is the current etag. Compares strongly: weak tags never match. `*` matches any version. */
export function checkPrecondition(
  ifMatch: string | undefined,
  etag: string | undefined,
): Refused | undefined {
  if (ifMatch === undefined || etag === undefined) return undefined
  const tags = ifMatch.split(',').map((tag) => tag.trim())
  if (tags.includes('*') || tags.includes(`"${etag}"`)) return undefined
  const text = `If-Match is ${brief(ifMatch) || 'empty'}, but the current etag is "${etag}". Get the resource again, then decide anew.`
  return refuse(412, 'stale_etag', text)
}
