import { createClient } from 'rolecall'
import { signIn } from './sign-in.ts'

const user = new URL(location.href).searchParams.get('user') ?? 'admin@acme.test'
const client = createClient({ baseUrl: '/api', token: await signIn(user) })

async function showTeams(): Promise<void> {
  const teams = await client.teams.list().toArray()
  const items = teams.map(({ name }) => {
    const item = document.createElement('li')
    item.textContent = name
    return item
  })
  document.querySelector('ul')?.replaceChildren(...items)
}

async function createTeam(): Promise<void> {
  const { name } = await client.teams.create({ key: 'quality', name: 'Quality' })
  show(`Created team ${name}.`)
  await showTeams()
}

const show = (text: string) => document.querySelector('[role=status]')?.replaceChildren(text)

document.querySelector('button')?.addEventListener('click', () => {
  // A denial's message has the rule and what would help.
  createTeam().catch((error: unknown) => show(String(error)))
})
await showTeams()
