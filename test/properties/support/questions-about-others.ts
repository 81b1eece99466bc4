import fc, { type Arbitrary } from 'fast-check'
import { isOperation } from '../../../mocks/policy/world/operations.ts'
import { resourceOf } from '../../conformance/resource.ts'
import { callsOn } from './calls.ts'
import { namesOn } from './names.ts'
import type { Sent } from './send.ts'
import type { Stage } from './stage.ts'
import { actionsOn, thingsOn } from './resources.ts'

/** Any way to ask about others: a question, a batch, a search, the matrix. */
export function inquiriesOn(stage: Stage): Arbitrary<Sent> {
  const person = fc.constantFrom(...namesOn(stage).users)
  const subject = person.map((id) => ({ type: 'user', id }))
  const explain = fc.boolean()
  const ofCall = fc.record({ call: callsOn(stage).any, explain }).map(({ call, explain }) => ({
    action: { name: call.operation },
    resource: resourceOf(call),
    context: { rolecall: { explain, args: call.args } },
  }))
  const ofAction = fc.record({
    action: actionsOn(stage).map((name) => ({ name })),
    resource: thingsOn(stage),
    context: fc.record({ rolecall: fc.record({ explain }) }),
  })
  const about = fc.oneof({ weight: 2, arbitrary: ofCall }, ofAction)
  const question = fc.tuple(subject, about).map(([subject, about]) => ({ subject, ...about }))
  const context = fc.record({ rolecall: fc.record({ outcomes: fc.boolean() }) })
  const input: Readonly<Record<string, Arbitrary<object>>> = {
    'access.evaluate': question,
    'access.evaluateAll': fc.record({
      subject,
      evaluations: fc.array(fc.oneof(question, about), { minLength: 1, maxLength: 3 }),
    }),
    'access.searchSubjects': about.map((asked) => ({ ...asked, subject: { type: 'user' } })),
    'access.searchResources': fc.tuple(subject, ofAction).map(
      ([
        subject,
        {
          action,
          resource: { type },
        },
      ]) => ({ subject, action, resource: { type } }),
    ),
    'access.searchActions': fc.record({ subject, resource: thingsOn(stage), context }),
    'policy.matrix': thingsOn(stage).map(({ type, id }) => ({
      resourceType: type,
      resourceId: id,
    })),
  }
  return fc.oneof(
    ...Object.entries(input).flatMap(([operation, body]) =>
      isOperation(operation) ? [body.map((one): Sent => ({ operation, args: [one] }))] : [],
    ),
  )
}
