import type { Platform } from './platform.ts'

/** The most values kept of a platform, and the most characters of all together. */
const mostValues = 1000
const mostCharacters = 2_000_000

/**
 * A cache of answers per platform, valid until it changes. A change drops all of them, and so does an
 * answer that would exceed the limits.
 */
export class SinceChange<Value> {
  readonly #kept = new WeakMap<Platform, KeptValues<Value>>()

  /** The value for the keys. */
  get(platform: Platform, ...[who, what, how]: Keys): Value | undefined {
    return this.#of(platform)?.values.get(who)?.get(what)?.get(how)
  }

  /** Keeps a value of a size in characters, and returns it. */
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

/** A person's record, and two texts. */
type Keys = readonly [who: object, what: string, how: string]

interface KeptValues<Value> {
  readonly state: object
  readonly now: string
  readonly values: Map<object, Map<string, Map<string, Value>>>
  count: number
  characters: number
}

/** The map at a key, made on first use. */
function at<Key, Inner, Value>(maps: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  const known = maps.get(key)
  if (known !== undefined) return known
  const made = new Map<Inner, Value>()
  maps.set(key, made)
  return made
}
