import { join } from 'node:path'
import { defineConfig } from 'playwright/test'

const { CHROMIUM_ENDPOINT: wsEndpoint = '', PAGES = '', OUTPUT = '' } = process.env

const examples = join(import.meta.dirname, '../../../docs/examples/playwright')

// Run by test/browser/playwright.test.ts.
export default defineConfig({
  outputDir: OUTPUT,
  reporter: 'line',
  workers: 2,
  fullyParallel: true,
  use: { baseURL: PAGES, connectOptions: { wsEndpoint } },
  projects: [
    { name: 'fixtures', testDir: import.meta.dirname },
    { name: 'example of a server', testDir: join(examples, 'server') },
    {
      name: 'example of a page',
      testDir: join(examples, 'page'),
      use: { baseURL: `${PAGES}/docs/examples/playwright/page/` },
    },
  ],
})
