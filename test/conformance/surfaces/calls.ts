import type { Client } from '../../../src/index.ts'
import { actor } from '../people.ts'
import { resourceOf } from '../resource.ts'
import { callOf } from '../situation.ts'
import type { Surface } from '../trial.ts'
import { replyTo } from './reply.ts'

const inProcess: Surface = {
  name: 'mock.fetch',
  ask: ({ fresh, question }) => replyTo(fresh().client({ as: actor }), question),
}

const can: Surface = {
  name: 'client.can',
  async ask({ fresh, question }) {
    const call = callOf(question)
    const client: Client = fresh().client({ as: actor })
    return call && (await client.can(call.operation, ...call.args))
  },
}

/** Asked by an enforcement point, which sees everything. */
const evaluatedCall: Surface = {
  name: 'access.evaluate, the call',
  async ask({ fresh, question }) {
    const call = callOf(question)
    if (!call) return undefined
    const { decision, context } = await fresh()
      .client({ enforcementPoint: true })
      .access.evaluate({
        subject: { type: 'user', id: actor },
        action: { name: call.operation },
        resource: resourceOf(call),
        context: { rolecall: { explain: true, args: [...call.args] } },
      })
    return { outcome: decision ? 'yes' : 'no', status: context?.status, text: context?.text }
  },
}

/** Surfaces for a whole call, or a question about it, in process. */
export const callSurfaces: readonly Surface[] = [inProcess, can, evaluatedCall]
