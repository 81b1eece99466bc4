import { type Browser, chromium } from 'playwright'
import { describe, inject, test } from 'vitest'

/**
 * Tests in a real Chromium, shared by all files. Without one, a single skipped test in their place gives
 * the reason.
 */
export function describeInChromium(
  title: string,
  tests: (connect: () => Promise<Browser>) => void,
): void {
  const found = inject('chromium')
  describe(`${title}, in a real Chromium`, () => {
    if ('endpoint' in found) tests(() => chromium.connect(found.endpoint))
    else test('is available', ({ skip }) => skip(found.lacking))
  })
}
