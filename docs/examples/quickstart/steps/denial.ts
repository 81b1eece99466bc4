import {
  type Alternative,
  callText,
  type Decision,
  PermissionDeniedError,
  type Requirement,
} from 'rolecall'
import { check, run, type Stage } from '../stage.ts'

const people = new Intl.ListFormat('en', { type: 'disjunction' })

/** Tries to create a role, as somebody who may not, and shows what the denial says. */
export async function beDenied(stage: Stage, as: string): Promise<Decision> {
  const lead = stage.signIn(as)
  const error = await run(stage, () =>
    lead.roles.create({ key: 'auditor', permissions: ['use_case:read'] }),
  ).catch((thrown: unknown) => thrown)

  check(error instanceof PermissionDeniedError, `${as} was not denied: ${String(error)}`)
  const { decision, status, code } = error
  check(decision !== undefined, 'The denial has no decision.')
  check(decision.alternatives.length > 0, 'The denial names no remedy.')

  stage.print.rows([
    ['denied', `${status} ${code}, by rule ${decision.rule}`, 'bad'],
    ['because', decision.text],
  ])
  for (const [index, alternative] of decision.alternatives.entries()) {
    showRemedy(stage, index + 1, alternative)
  }
  return decision
}

function showRemedy({ print }: Stage, number: number, { missing, calls }: Alternative): void {
  for (const { requirement, have } of missing) {
    print.rows([
      ['missing', described(requirement)],
      ['had', JSON.stringify(have)],
    ])
  }
  for (const { operation, args, by } of calls) {
    print.rows([[`remedy ${number}`, `${people.format(by)} may run:`, 'good']])
    print.code(callText({ operation, args }), 'answer')
  }
}

function described({ kind, permission, in: place }: Requirement): string {
  const what = permission ?? kind
  return place ? `${what} in ${place.type} ${place.key ?? place.id}` : what
}
