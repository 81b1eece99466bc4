/** A resource in the log, by its id: a key may be used again. */
export interface Remembered {
  readonly type: string
  readonly id: string
  readonly key?: string
  /** Whether some users may not see it. */
  readonly mayHide: boolean
}

/** The resources that a call is about. */
export interface About {
  /** The last resource that its path names, whether or not it exists. */
  readonly named?: { readonly type: string; readonly id: string }
  /** That resource if it exists, or the one that the call made. */
  readonly target?: Remembered
  /** The project that the path names before it. */
  readonly within?: Remembered
  /** The project that it is, or is in. */
  readonly project?: Remembered
  /** All projects that the target was in at the time, or moved to. */
  readonly projects: readonly Remembered[]
  /** Whether all resources existed and the caller could see them. */
  readonly reached: boolean
}

/** For a call of which nothing is known. */
export const nothingKnown: About = { projects: [], reached: false }

/** All resources that a call was about. */
export const resourcesIn = ({ target, projects }: About): readonly Remembered[] =>
  target ? [target, ...projects] : projects

/** Whether a reader may see the target of a call, and one of its projects. */
export const seesAll = (isSeen: (resource: Remembered) => boolean, about: About): boolean =>
  (about.target === undefined || isSeen(about.target)) &&
  (about.projects.length === 0 || about.projects.some(isSeen))
