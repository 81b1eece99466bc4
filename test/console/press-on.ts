import type { Locator } from 'playwright'

/** Presses a control by keyboard once it is on: until the mock has answered whether it may be, it is off. */
export async function pressOn(control: Locator, key = 'Enter'): Promise<void> {
  await control.and(control.page().locator(':not([aria-disabled=true])')).waitFor()
  await control.press(key)
}
