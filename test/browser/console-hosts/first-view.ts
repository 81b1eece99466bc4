import type { FrameLocator, Page } from 'playwright'

/** Waits for the first view of the console, in a page or the frame of a panel. */
export async function firstView(place: Page | FrameLocator): Promise<void> {
  await place.getByRole('link', { name: 'Members' }).waitFor()
  await place.getByRole('heading', { level: 1, name: 'Log' }).waitFor()
}

/** Opens a view by its link, and waits for its heading, whatever that says. */
export async function openView(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
  await page.locator('a[aria-current]').getByText(name, { exact: true }).waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
}
