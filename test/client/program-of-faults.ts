// wire-faults.test.ts runs this in a process of its own: one call to each origin in its arguments.
import { createClient } from '../../src/index.ts'

const names = await Promise.all(
  process.argv.slice(2).map(async (baseUrl) => {
    const client = createClient({ baseUrl, timeout: 2_500, retries: 0 })
    const error: unknown = await client.roles.list().catch((reason: unknown) => reason)
    return error instanceof Error ? error.name : 'none'
  }),
)
const left = process.getActiveResourcesInfo().filter((name) => /Timeout|Immediate/.test(name))
console.log(JSON.stringify({ names, left }))
