import { brief } from '../shared/brief.ts'
import { refuse, type Refused } from '../message/refusal.ts'

/** 412 if no tag of an `If-Match` header is the current etag. Compares strongly: weak tags never match. `*` matches any version. A fault may make any other tag stale. */
export function checkPrecondition(
  ifMatch: string | undefined,
  etag: string | undefined,
  isStale = false,
): Refused | undefined {
  if (ifMatch === undefined || etag === undefined) return undefined
  const tags = ifMatch.split(',').map((tag) => tag.trim())
  const isFresh = tags.includes(`"${etag}"`)
  if (tags.includes('*') || (isFresh && !isStale)) return undefined
  const since = isFresh ? 'somebody else has changed the resource' : `the current etag is "${etag}"`
  const text = `If-Match is ${brief(ifMatch) || 'empty'}, but ${since}. Get the resource again, then decide anew.`
  return refuse(412, 'stale_etag', text)
}
