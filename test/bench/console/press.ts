import type { Page } from 'playwright'

/** An element of a page, by a selector of CSS and a part of its text. */
export interface Part {
  readonly selector: string
  readonly text: string
}

/**
 * Presses on an element. Returns the milliseconds until another is on the screen, measured in the page: the browser's
 * driver does not count.
 */
export function press(page: Page, on: Part, shown: Part): Promise<number> {
  return page.evaluate(
    async (parts) => {
      const find = ({ selector, text }: Part): HTMLElement | undefined =>
        [...document.querySelectorAll<HTMLElement>(selector)].find((one) =>
          one.textContent.includes(text),
        )
      const frame = (): Promise<number> => new Promise(requestAnimationFrame)
      const pressed = find(parts.on)
      if (pressed === undefined) throw new Error(`Nothing says ${parts.on.text}`)
      const start = performance.now()
      const patience = start + 30_000
      pressed.click()
      while (find(parts.shown) === undefined) {
        if (performance.now() > patience) throw new Error(`Nothing says ${parts.shown.text}`)
        await frame()
      }
      // It is drawn before the next frame begins.
      await frame()
      return performance.now() - start
    },
    { on, shown },
  )
}

/** A call over HTTP. */
export interface BareCall {
  readonly method: string
  readonly path: string
  readonly token: string
  readonly body?: string
}

/** Milliseconds that a page takes to make calls by fetch alone, one after the other, and to draw a frame after them. */
export function fetchBare(page: Page, calls: readonly BareCall[]): Promise<number> {
  return page.evaluate(async (all) => {
    const start = performance.now()
    for (const { method, path, token, body } of all) {
      const answer = await fetch(path, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body }),
      })
      document.title = await answer.text()
    }
    for (const _ of ['drawn', 'done']) await new Promise(requestAnimationFrame)
    return performance.now() - start
  }, calls)
}
