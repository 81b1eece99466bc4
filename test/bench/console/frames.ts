import type { CDPSession, Page } from 'playwright'

/** The frames that a page has drawn. */
export interface Frames {
  readonly perSecond: number
  /** Milliseconds of the longest. */
  readonly longest: number
}

/** Milliseconds of processor that the page's main thread takes for a frame of a scroll, unthrottled. */
export async function processorOf(page: Page, tools: CDPSession): Promise<number> {
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const taken = async (): Promise<number> => {
    const { metrics } = await tools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
  const before = await taken()
  const { perSecond } = await scroll(page, tools, 1)
  return (1000 * ((await taken()) - before)) / (perSecond * (time / 1000))
}

/** Counts the frames of a page for as many milliseconds. */
export function countFrames(page: Page, milliseconds: number): Promise<Frames> {
  return page.evaluate(async (time) => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame)
    const start = await frame()
    let last = start
    let count = 0
    let longest = 0
    while (last - start < time) {
      const now = await frame()
      longest = Math.max(longest, now - last)
      last = now
      count += 1
    }
    return { perSecond: (1000 * count) / (last - start), longest }
  }, milliseconds)
}

/** Milliseconds of a scroll, and pixels a second: 80 rows. */
const time = 5000
const speed = 3200

/** Scrolls down by the wheel, on a processor that is so many times slower, and counts the frames. */
export async function scroll(page: Page, tools: CDPSession, rate: number): Promise<Frames> {
  await tools.send('Emulation.setCPUThrottlingRate', { rate })
  const [frames] = await Promise.all([
    // Neither the begin nor the end, where nothing moves.
    countFrames(page, time * 0.9),
    tools.send('Input.synthesizeScrollGesture', {
      x: 640,
      y: 500,
      yDistance: -(speed * time) / 1000,
      speed,
      gestureSourceType: 'mouse',
    }),
  ])
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return frames
}
