import type { Client, RemedyCall, RoleCreate } from 'rolecall'
import { denial } from './denial.ts'
import { element } from './element.ts'
import type { Platform } from './platform.ts'

interface Options {
  readonly platform: Platform
  /** The client of the signed-in user. */
  readonly client: Client
  /** Called after a remedy has run: memberships may have changed. */
  readonly onChange: () => Promise<void>
}

const role = { key: 'prompt-reviewer', permissions: ['use_case:read'] } satisfies RoleCreate

/** A button that creates a role, or shows why the user may not and what would help. */
export function question({ platform, client, onChange }: Options): HTMLElement {
  const outcome = element('div', { role: 'status' })
  const button = element('button', { type: 'button' }, 'Create role')
  button.addEventListener('click', () => void createRole().catch(report))

  async function createRole(): Promise<void> {
    const decision = await client.can('roles.create', role)
    if (!decision.allowed) {
      outcome.replaceChildren(denial(decision, (calls) => void run(calls).catch(report)))
      return
    }
    const { key } = await client.roles.create(role)
    outcome.replaceChildren(element('p', { className: 'yes' }, `Created role ${key}.`))
  }

  async function run(calls: readonly RemedyCall[]): Promise<void> {
    for (const { operation, args, by } of calls) {
      const [runner] = by
      if (runner !== undefined) await platform.signIn(runner).call(operation, ...args)
    }
    await onChange()
    await createRole()
  }

  function report(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error)
    outcome.replaceChildren(element('p', { className: 'no' }, message))
  }

  return element(
    'section',
    {},
    element('h2', {}, 'Roles'),
    element(
      'p',
      {},
      'A role ',
      element('code', {}, role.key),
      ' that allows ',
      element('code', {}, role.permissions.join(', ')),
      '.',
    ),
    button,
    outcome,
  )
}
