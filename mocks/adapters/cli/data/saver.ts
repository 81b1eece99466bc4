/** Saves something again and again, as it changes. */
export interface Saver {
  /** Notes a change: it is saved soon, together with those that follow at once. */
  changed(): void
  /** Saves what is not saved yet. Resolves with whether all is saved. */
  end(): Promise<boolean>
}

/** The time from a change until it is saved, in milliseconds. */
const usualPause = 100

/** A large state takes long to save: the pause is so many times as long, so that requests come first. */
const pauseFactor = 5

/**
 * Makes a saver. `save` saves the present state; `onFailure` hears of the first failure, and of the next
 * one only after a success.
 */
export function saver(save: () => Promise<void>, onFailure: (error: unknown) => void): Saver {
  let isDirty = false
  let hasFailed = false
  let pause = usualPause
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> | undefined

  const work = async () => {
    isDirty = false
    const start = performance.now()
    try {
      await save()
      hasFailed = false
    } catch (error) {
      isDirty = true
      if (!hasFailed) onFailure(error)
      hasFailed = true
    }
    pause = Math.max(usualPause, pauseFactor * (performance.now() - start))
    saving = undefined
    // A failure is tried again at the next change, not in a loop.
    if (isDirty && !hasFailed) schedule()
  }
  const schedule = () => {
    if (saving !== undefined || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      saving = work()
    }, pause)
  }
  return {
    changed() {
      isDirty = true
      schedule()
    },
    async end() {
      await saving
      clearTimeout(timer)
      if (isDirty) await work()
      return !isDirty
    },
  }
}
