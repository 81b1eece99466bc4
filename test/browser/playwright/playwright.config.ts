import { defineConfig } from 'playwright/test'

const { CHROMIUM_ENDPOINT: wsEndpoint = '', PAGES = '', OUTPUT = '' } = process.env

// Run by test/browser/playwright.test.ts.
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: OUTPUT,
  reporter: 'line',
  workers: 1,
  use: { baseURL: PAGES, connectOptions: { wsEndpoint } },
})
