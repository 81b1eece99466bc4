import { PermissionDeniedError, type RemedyCall } from 'rolecall'
import { denial } from './denial.js'
import { signIn } from './sign-in.js'

const signedIn = signIn()

async function showTeams(): Promise<void> {
  const client = await signedIn
  const items = []
  for await (const { name } of client.teams.list()) {
    const item = document.createElement('li')
    item.textContent = name
    items.push(item)
  }
  document.querySelector('ul')?.replaceChildren(...items)
}

async function createTeam(): Promise<void> {
  const client = await signedIn
  const { name } = await client.teams.create({ key: 'quality', name: 'Quality' })
  show(`Created team ${name}.`)
  await showTeams()
}

/** Makes the calls of a remedy, each as the first user who may, and tries again. */
async function allow(calls: readonly RemedyCall[]): Promise<void> {
  for (const { operation, args, by } of calls) {
    const client = await signIn(by[0])
    await client.call(operation, ...args)
  }
  await createTeam()
}

/** Does what a click asks for, or shows why not. */
function act(task: () => Promise<void>): void {
  task().catch((error: unknown) => {
    const decision = error instanceof PermissionDeniedError ? error.decision : undefined
    show(decision ? denial(decision, (calls) => act(() => allow(calls))) : String(error))
  })
}

const show = (content: Node | string) =>
  document.querySelector('[role=status]')?.replaceChildren(content)

document.querySelector('button')?.addEventListener('click', () => act(createTeam))
act(showTeams)
