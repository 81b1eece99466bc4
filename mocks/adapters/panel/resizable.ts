import { isRecord } from '../../../src/core/base/kind-of.ts'

const key = 'rolecall panel'

/** Percents of the window's height. */
const least = 20
const most = 100
const step = 5

/** Sets the height of the panel by its separator, with pointer or keys, and remembers it for the origin. */
export function resizable(panel: HTMLElement, separator: HTMLElement): void {
  let height = remembered()
  const set = (wanted: number) => {
    height = Math.round(Math.min(most, Math.max(least, wanted)))
    panel.style.setProperty('--height', `${height}vh`)
    separator.setAttribute('aria-valuenow', String(height))
  }
  const steps: Readonly<Record<string, () => number>> = {
    ArrowUp: () => height + step,
    ArrowDown: () => height - step,
    Home: () => least,
    End: () => most,
  }
  separator.addEventListener('keydown', (event) => {
    const wanted = steps[event.key]?.()
    if (wanted === undefined) return
    event.preventDefault()
    set(wanted)
    remember(height)
  })
  separator.addEventListener('pointerdown', (event) => {
    separator.setPointerCapture(event.pointerId)
  })
  separator.addEventListener('pointermove', ({ pointerId, clientY }) => {
    if (!separator.hasPointerCapture(pointerId)) return
    set(((innerHeight - clientY) / innerHeight) * 100)
  })
  separator.addEventListener('lostpointercapture', () => remember(height))
  separator.setAttribute('aria-valuemin', String(least))
  separator.setAttribute('aria-valuemax', String(most))
  set(height)
}

function remembered(): number {
  const usual = 50
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return isRecord(stored) && typeof stored.height === 'number' ? stored.height : usual
  } catch {
    // Browsers that store nothing throw, and others may have written there.
    return usual
  }
}

function remember(height: number): void {
  try {
    localStorage.setItem(key, JSON.stringify({ height }))
  } catch {
    // The next page begins with the usual height.
  }
}
