import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createClient } from 'rolecall'
import { dryRun, importUsers, type Row } from './import-users.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean' } },
})

/** A line is an e-mail address, a team and the role in it. */
function rowOf(line: string): Row {
  const [email = '', team = '', role = ''] = line.split(',').map((cell) => cell.trim())
  return { email, teams: { [team]: role } }
}

const text = await readFile(positionals[0] ?? 'users.csv', 'utf8')
const rows = text.trim().split('\n').map(rowOf)
const client = createClient()

const { done, refused } = await (values['dry-run'] ? dryRun : importUsers)(client, rows)
console.log(`${done} of ${rows.length} users are imported.`)
for (const { row, code, why } of refused) console.log(`${row.email}: ${code}: ${why}`)
