import type { Platform } from './platform.ts'

/** How much is kept of a platform at most: values, and characters that they all have together. */
const mostValues = 1000
const mostCharacters = 2_000_000

/**
 * What was worked out of each platform since it last changed: until it changes again, the same question
 * has the same answer. The first change drops all of it, and so does what would be too much to keep.
 */
export class SinceChange<Value> {
  readonly #kept = new WeakMap<Platform, KeptValues<Value>>()

  /** What is kept for the keys. */
  get(platform: Platform, ...[who, what, how]: Keys): Value | undefined {
    return this.#of(platform)?.values.get(who)?.get(what)?.get(how)
  }

  /** Keeps a value that has so many characters. */
  set(platform: Platform, [who, what, how]: Keys, value: Value, characters: number): Value {
    const { store } = platform
    let kept = this.#of(platform)
    if (
      kept === undefined ||
      kept.count >= mostValues ||
      kept.characters + characters > mostCharacters
    ) {
      kept = { state: store.state, now: store.now, values: new Map(), count: 0, characters: 0 }
      this.#kept.set(platform, kept)
    }
    kept.count += 1
    kept.characters += characters
    const ofWho = at(kept.values, who)
    at(ofWho, what).set(how, value)
    return value
  }

  #of(platform: Platform): KeptValues<Value> | undefined {
    const kept = this.#kept.get(platform)
    const { store } = platform
    return kept?.state === store.state && kept.now === store.now ? kept : undefined
  }
}

/** Somebody's record, and two texts. */
type Keys = readonly [who: object, what: string, how: string]

interface KeptValues<Value> {
  readonly state: object
  readonly now: string
  readonly values: Map<object, Map<string, Map<string, Value>>>
  count: number
  characters: number
}

/** The map at the key, made when it is first asked for. */
function at<Key, Inner, Value>(maps: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  const known = maps.get(key)
  if (known !== undefined) return known
  const made = new Map<Inner, Value>()
  maps.set(key, made)
  return made
}
