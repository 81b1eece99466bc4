import type { Client } from '../../../src/index.ts'
import { actor, witness } from '../people.ts'
import { resourceOf } from '../resource.ts'
import type { Surface } from '../trial.ts'
import { replyTo } from './reply.ts'

const inProcess: Surface = {
  name: 'mock.fetch',
  ask: ({ fresh, question }) => replyTo(fresh().client({ as: actor }), question),
}

const can: Surface = {
  name: 'client.can',
  async ask({ fresh, question: { operation, args } }) {
    const client: Client = fresh().client({ as: actor })
    return await client.can(operation, ...args)
  },
}

/** Asked by somebody else, who may list users. */
const evaluatedCall: Surface = {
  name: 'access.evaluate, the call',
  async ask({ fresh, question }) {
    const { decision, context } = await fresh()
      .client({ as: witness })
      .access.evaluate({
        subject: { type: 'user', id: actor },
        action: { name: question.operation },
        resource: resourceOf(question),
        context: { explain: true, args: [...question.args] },
      })
    return { outcome: decision ? 'yes' : 'no', status: context?.status, text: context?.text }
  },
}

/** Where a call is made or asked about in process, with all its arguments. */
export const callSurfaces: readonly Surface[] = [inProcess, can, evaluatedCall]
