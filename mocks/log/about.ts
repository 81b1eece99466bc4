/** A resource as the log remembers it: by its id, since a key may be used again. */
export interface Remembered {
  readonly type: string
  readonly id: string
  readonly key?: string
  /** Whether it may be hidden from somebody. */
  readonly mayHide: boolean
}

/** What a call is about, as far as is known of it. */
export interface About {
  /** What the last argument of its path named, found or not. */
  readonly named?: { readonly type: string; readonly id: string }
  /** What that is, or what the call made. */
  readonly target?: Remembered
  /** The project that the path names beside it. */
  readonly within?: Remembered
  /** The project that it is about or in. */
  readonly project?: Remembered
  /** Every project that the target was in then, or went to. */
  readonly projects: readonly Remembered[]
  /** Whether the caller got past the check that the resources are there to be seen. */
  readonly reached: boolean
}

/** Of a call of which nothing is known. */
export const nothingKnown: About = { projects: [], reached: false }

/** Everything that is remembered of what a call was about. */
export const resourcesIn = ({ target, projects }: About): readonly Remembered[] =>
  target ? [target, ...projects] : projects

/** Whether somebody with these eyes sees what the call was about, and where that was. */
export const seesAll = (isSeen: (resource: Remembered) => boolean, about: About): boolean =>
  (about.target === undefined || isSeen(about.target)) &&
  (about.projects.length === 0 || about.projects.some(isSeen))
