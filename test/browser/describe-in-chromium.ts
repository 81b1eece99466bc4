import { type Browser, chromium } from 'playwright'
import { describe, inject, test } from 'vitest'

/**
 * Tests in a real Chromium, which all files share. Where none can be had, one test is skipped in their
 * place, and says why.
 */
export function describeInChromium(
  title: string,
  tests: (connect: () => Promise<Browser>) => void,
): void {
  const found = inject('chromium')
  describe(`${title}, in a real Chromium`, () => {
    if ('endpoint' in found) tests(() => chromium.connect(found.endpoint))
    else test('that can be had', ({ skip }) => skip(found.lacking))
  })
}
