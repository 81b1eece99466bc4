import { check, run, type Stage } from '../stage.ts'
import { listed } from '../text.ts'

/** Creates the role, team and user that the next steps need. */
export async function createRoleTeamUser(stage: Stage, as: string): Promise<void> {
  const admin = stage.signIn(as)

  const role = await run(stage, () =>
    admin.roles.create({ key: 'reviewer', permissions: ['use_case:read'] }),
  )
  stage.print.rows([['role', `${role.key}, which allows ${role.permissions.join(', ')}`, 'good']])

  const team = await run(stage, () =>
    admin.teams.create({ key: 'quality', defaultRole: 'annotator' }),
  )
  stage.print.rows([['team', `${team.key}, where one is ${team.defaultRole} by default`, 'good']])

  const user = await run(stage, () =>
    admin.users.create({ email: 'qa@acme.test', teams: { legacy: 'read-only' } }),
  )
  stage.print.rows([['user', `${user.email}, in ${listed(user.teams)}`, 'good']])

  check((await admin.roles.get('reviewer')).id === role.id, 'The new role can’t be read.')
  check((await admin.teams.get('quality')).id === team.id, 'The new team can’t be read.')
  check(user.teams.legacy === 'read-only', `qa@acme.test is in ${listed(user.teams)}.`)
}
