import { rolecall } from 'rolecall/mocks/vite'
import { createServer } from 'vite'

// Run by end-of-process.slow.test.ts: serves the mock, restarts as often as it is told, creates a team by a
// request, and says so at once.
const [root = '', times = '0'] = process.argv.slice(2)
const server = await createServer({
  configFile: false,
  root,
  logLevel: 'silent',
  plugins: [rolecall({ baseUrl: '/api' })],
  server: { port: 0, host: '127.0.0.1', ws: false },
})
await server.listen()
for (let restarts = Number(times); restarts > 0; restarts--) await server.restart()
const api = `${server.resolvedUrls?.local[0]}api`
const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
  const answer = await fetch(api + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return answer.text()
}
const { token } = JSON.parse(await post('/__mock/sessions', { user: 'admin@acme.test' }))
await post('/v1/teams', { key: 'quality' }, { Authorization: `Bearer ${token}` })
const listeners = process.listenerCount('exit') + process.listenerCount('SIGINT')
process.stdout.write(`created ${listeners}\n`)
if (times === '3') process.exit(0)
