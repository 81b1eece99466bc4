import { defineConfig } from 'playwright/test'

const baseURL = 'http://127.0.0.1:5180'

export default defineConfig({
  testDir: import.meta.dirname,
  fullyParallel: true,
  webServer: { command: 'npx vite page --host 127.0.0.1 --port 5180', url: baseURL },
  use: { baseURL },
})
