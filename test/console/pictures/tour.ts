import { mkdirSync, writeFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'
import { read, root } from '../../docs/pages.ts'
import { pressOn } from '../press-on.ts'
import { withPalette } from './palette-png.ts'

/** The guide that is walked, from the repository's folder. */
export const guide = 'docs/guides/console-tour.md'

/** The folder of the guide's pictures. */
export const pictures = 'docs/pictures'

/** As the page is shown: one size for all pictures. */
export const screen = { viewport: { width: 1280, height: 800 } }

/** A walk along one part of the guide. */
export interface Walk {
  /** Presses a control, which the guide has in bold by that name. It waits until the control is on. */
  press(control: Locator, name: string, key?: string): Promise<void>
  /** Presses a control that is off, for its explanation. */
  pressOff(control: Locator, name: string): Promise<void>
  /** Types into what has the focus, or into a field; the guide has the text as code. */
  type(text: string, field?: Locator): Promise<void>
  /** Types into a dialogue that finds what is typed, and chooses it; the guide has the text as code. */
  find(text: string): Promise<void>
  /** Deletes the first occurrence of a text after another in a field; the guide has it as code. */
  remove(text: string, after: string, field: Locator): Promise<void>
  /** Takes the picture of that name, which the guide shows at this place. */
  picture(name: string): Promise<void>
  /** Expects that all of the part has been walked, in its order. */
  end(): void
}

/**
 * Walks along the part of the guide under a heading: what is pressed, typed and pictured is what the part
 * has in bold, as code and as pictures, in that order. With `RENEW_PICTURES=1`, the pictures are written.
 */
export function walk(page: Page, heading: string): Walk {
  const walked: string[] = []
  return {
    async press(control, name, key) {
      walked.push(`**${name}**`)
      await pressOn(control, key)
    },
    async type(text, field) {
      walked.push(`\`${text}\``)
      if (field) await field.fill(text)
      else await page.keyboard.type(text)
    },
    async pressOff(control, name) {
      walked.push(`**${name}**`)
      await control.and(page.locator('[aria-disabled=true]')).waitFor()
      await control.press('Enter')
    },
    async find(text) {
      walked.push(`\`${text}\``)
      // The dialogue is loaded when it is asked for first.
      await page.getByRole('combobox').and(page.locator(':focus')).waitFor()
      await page.keyboard.type(text)
      // Nothing can be chosen before the choices are there.
      await page.getByRole('option').filter({ hasText: text }).first().waitFor()
      await page.keyboard.press('Enter')
    },
    async remove(text, after, field) {
      walked.push(`\`${text}\``)
      await field.evaluate(
        (area, [wanted, before]) => {
          if (!(area instanceof HTMLTextAreaElement)) return
          const start = area.value.indexOf(wanted, area.value.indexOf(before))
          area.focus()
          area.setSelectionRange(start, start + wanted.length)
        },
        [text, after] as const,
      )
      await page.keyboard.press('Delete')
    },
    async picture(name) {
      walked.push(`${name}.png`)
      await settle(page)
      const png = await page.screenshot({ animations: 'disabled', caret: 'hide' })
      save(`${name}.png`, png)
      if (process.env.RENEW_PICTURES === '1') {
        writeFileSync(`${root}${pictures}/${name}.png`, withPalette(png))
      }
    },
    end() {
      expect(walked).toEqual(stepsOf(partOf(heading)))
    },
  }
}

/** Keeps a screenshot of this run in a folder that Git leaves out. */
export function save(name: string, png: Buffer): void {
  mkdirSync(`${root}dist/screens`, { recursive: true })
  writeFileSync(`${root}dist/screens/${name}`, png)
}

/** Waits until nothing says that it loads, and no control that it is being asked for. */
export async function settle(page: Page): Promise<void> {
  const waits = page.getByText(/^(Loading .*|Asking whether you may)…$/)
  await expect.poll(() => waits.count()).toBe(0)
}

/** The part of the guide under a heading of the second level. */
function partOf(heading: string): string {
  const part = read(guide)
    .split(/^## /m)
    .find((one) => one.startsWith(`${heading}\n`))
  if (part === undefined) throw new Error(`${guide} has no part “${heading}”.`)
  return part
}

/** What a part says to press (bold), to type (code in a line) and to look at (pictures). */
const stepsOf = (part: string): string[] =>
  [
    ...part
      .replaceAll(/^```[^]*?^```$/gm, '')
      .matchAll(/\*\*[^*]+\*\*|`[^`]+`|\]\([^)]*?([\w-]+\.png)\)/g),
  ].map(([all, picture]) => picture ?? all)
