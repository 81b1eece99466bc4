import type { Alternative } from '../../../src/index.ts'
import { personOf } from '../assignments/person.ts'
import { type Gain, gainsBeyond } from '../remedies/gains.ts'
import type { Plan } from '../remedies/plan.ts'
import type { Policy } from '../language/policy.ts'
import { permissionText } from '../language/visible-names.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { Reader } from '../world/reader.ts'

type ToldGain = Alternative['gives'][number]

/** The most gains of an alternative. */
const most = 10

const permissionsText = (policy: Policy, [first = '', ...others]: readonly string[]): string =>
  others.length === 0 ? permissionText(policy, first) : `${others.length + 1} more permissions`

const describeGain = (
  { judge, world }: PolicyContext,
  reader: Reader,
  { user, where, permissions, countsOnProjects }: Gain,
  more: number,
): ToldGain => {
  const place = where.resource(world)
  const at = `${place.type === 'project' ? 'on' : 'in'} ${where.text({ policy: judge.policy, world, reader })}`
  const gets = personOf(user, reader.user).does('also get', 'also gets')
  const onProjects = countsOnProjects ? ', and what the role allows on every project' : ''
  const elsewhere = more === 1 ? 'one more place' : `${more} more places`
  return {
    user: { id: user.id, email: user.email },
    in: place,
    permissions: [...permissions],
    text: `${gets} ${permissionsText(judge.policy, permissions)} ${at}${onProjects}${more > 0 ? `, and permissions in ${elsewhere}` : ''}.`,
  }
}

/** What the plan gives beyond what the call needs, as a decision tells it. The last text counts the rest. */
export const describeGains = (context: PolicyContext, reader: Reader, plan: Plan): ToldGain[] => {
  const all = gainsBeyond(context, reader, plan)
  return all
    .slice(0, most)
    .map((gain, index) =>
      describeGain(context, reader, gain, index === most - 1 ? all.length - most : 0),
    )
}
