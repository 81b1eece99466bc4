import { rolecall } from 'rolecall/mocks/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [rolecall({ baseUrl: '/api' })],
  server: { host: '127.0.0.1' },
})
