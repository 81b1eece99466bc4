import { check, run, type Stage } from '../stage.ts'
import { listed } from '../text.ts'

/** Changes three memberships of one user in one call: all of them, or none. */
export async function moveBetweenTeams(stage: Stage, as: string): Promise<void> {
  const admin = stage.signIn(as)
  const before = await admin.users.get('qa@acme.test')

  const after = await run(stage, () =>
    admin.users.update('qa@acme.test', {
      teams: { support: 'reviewer', quality: true, legacy: null },
    }),
  )
  stage.print.rows([
    ['was', listed(before.teams)],
    ['is', listed(after.teams), 'good'],
  ])

  const { support, quality, legacy } = (await admin.users.get('qa@acme.test')).teams
  check(support === 'reviewer', 'qa@acme.test is no reviewer in support.')
  check(quality === 'annotator', 'qa@acme.test does not have the default role in quality.')
  check(legacy === undefined, 'qa@acme.test is still in legacy.')
}
