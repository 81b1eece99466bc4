import { createClient } from 'rolecall'

// An app has the token of its sign-in page here. In the tests, `signIn` brings one.
const client = createClient({ baseUrl: '/api', token: null })

const show = (text: string) => document.querySelector('[role=status]')?.replaceChildren(text)

/** Does the work, and shows why it failed: a denial's message has the rule and what would help. */
const orReason = (work: Promise<void>) => void work.catch((error: unknown) => show(String(error)))

async function showRoles(): Promise<void> {
  const roles = await client.roles.list().toArray()
  const items = roles.map(({ key }) => {
    const item = document.createElement('li')
    item.textContent = key
    return item
  })
  document.querySelector('ul')?.replaceChildren(...items)
}

async function createRole(): Promise<void> {
  const { key } = await client.roles.create({ key: 'reviewer', permissions: ['use_case:read'] })
  show(`Created role ${key}.`)
  await showRoles()
}

document.querySelector('button')?.addEventListener('click', () => orReason(createRole()))
orReason(showRoles())
