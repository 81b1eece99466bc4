import type { FaultRate } from './plan.ts'

/** A token bucket at an instant. Its credit counts in tokens times milliseconds, so that it stays whole. */
export interface Bucket {
  readonly credit: number
  /** By the mock's clock, in milliseconds. */
  readonly at: number
}

/** A request to a bucket. */
export interface Taken {
  readonly bucket: Bucket
  readonly isGranted: boolean
  /** The whole tokens left. */
  readonly remaining: number
  /** Seconds until there is one more token; 0 for a full bucket. */
  readonly wait: number
}

/** Takes one token from a bucket, which is full at first. A clock that goes back refills nothing. */
export function take({ requests, per }: FaultRate, bucket: Bucket | undefined, now: number): Taken {
  const full = requests * per
  const earned = bucket ? Math.max(0, now - bucket.at) * requests : full
  const before = Math.min(full, (bucket?.credit ?? 0) + earned)
  const isGranted = before >= per
  const credit = isGranted ? before - per : before
  const remaining = Math.floor(credit / per)
  const lacking = credit === full ? 0 : (remaining + 1) * per - credit
  return {
    bucket: { credit, at: now },
    isGranted,
    remaining,
    wait: Math.ceil(lacking / requests / 1000),
  }
}
