import { callText, type Client, type Decision } from 'rolecall'
import { describe, expect, test } from 'vitest'
import { start } from './start.ts'
import table from './table.json' with { type: 'json' }

describe.each(table)('$text', ({ personas, rows }) => {
  const cells = rows.flatMap(({ operation, args, answers }) =>
    answers.split(' ').map((answer, index) => {
      const persona = personas[index] ?? ''
      const call = callText({ operation, args })
      return { persona, operation, args, call, answer }
    }),
  )

  test.each(cells)('$answer  $persona  $call', async (cell) => {
    const { persona, operation, answer } = cell
    const mock = start()
    const ids = await idsOf(mock.client({ as: 'admin@acme.test' }))
    const args = cell.args.map((arg) => (typeof arg === 'string' ? (ids.get(arg) ?? arg) : arg))
    const client = mock.client({ as: persona })

    const decision = await client.can<string>(operation, ...args)
    expect(answerOf(decision)).toBe(answer)
    // The call itself has the predicted outcome.
    const call = client.call<string>(operation, ...args)
    const { allowed, status } = decision
    await (allowed ? call : expect(call).rejects.toMatchObject({ status }))
  })
})

/** Artifacts and entries have ids, which a table can't know: it uses their names, or `subject on project`. */
async function idsOf(owner: Client): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for await (const { name, id } of owner.artifacts.list()) ids.set(name, id)
  const names = new Map<string, string>()
  for await (const { id, key } of owner.teams.list()) names.set(id, key)
  for await (const { id, email } of owner.users.list()) names.set(id, email)
  for await (const project of owner.projects.list()) {
    for await (const { id, subject } of owner.projects.members.list(project.key)) {
      ids.set(`${names.get(subject.id) ?? subject.id} on ${project.key}`, id)
    }
  }
  return ids
}

/** `yes`, `no` if a rule denies it, `hidden` if the caller may not see the resource, or else the code of the conflict. */
function answerOf({ allowed, status, code }: Decision): string | undefined {
  if (allowed) return 'yes'
  if (status === 403) return 'no'
  return status === 404 ? 'hidden' : code
}
