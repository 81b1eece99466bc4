import type { FrameLocator, Page } from 'playwright'

/** Waits for the first view of the console, in a page or the frame of a panel. */
export async function firstView(place: Page | FrameLocator): Promise<void> {
  await place.getByRole('link', { name: 'Members' }).waitFor()
  await place.getByRole('heading', { level: 1, name: 'Log' }).waitFor()
}
