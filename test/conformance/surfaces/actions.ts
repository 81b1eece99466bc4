import { isOperation } from '../../../mocks/policy/world/operations.ts'
import { namedTypes } from '../../../mocks/policy/world/resources.ts'
import { UnprocessableEntityError } from '../../../src/index.ts'
import { matrixCell } from '../matrix.ts'
import { actor } from '../people.ts'
import type { Surface } from '../trial.ts'

const evaluatedAction: Surface = {
  name: 'access.evaluate, the action',
  async ask({ fresh, question: { about }, action }) {
    const { decision, context } = await fresh()
      .client({ as: actor })
      .access.evaluate({
        subject: { type: 'user', id: 'me' },
        action: { name: action },
        resource: about,
        context: { rolecall: { explain: true } },
      })
    const outcome = decision ? 'yes' : context?.outcome === 'depends' ? 'depends' : 'no'
    return { outcome, text: context?.text }
  },
}

const searched: Surface = {
  name: 'access.searchActions',
  async ask({ fresh, question: { about }, action }) {
    const client = fresh().client({ as: actor })
    const { results } = await client.access.searchActions({
      subject: { type: 'user', id: 'me' },
      resource: about,
      page: { limit: 200 },
    })
    const isListed = results.some(({ name }) => name === action)
    // An operation that depends on its arguments is not listed either.
    return { outcome: isListed ? 'yes' : isOperation(action) ? 'depends' : 'no' }
  },
}

/** The matrix of the scenario's personas over the resource, asked by the actor. */
const matrixOfPersonas: Surface = {
  name: 'policy.matrix',
  async ask({ fresh, question: { about }, action }) {
    const resourceType = ['organization' as const, ...namedTypes].find(
      (type) => type === about.type,
    )
    if (!resourceType) throw new Error(`There is no matrix over a ${about.type}.`)
    const query = { resourceType, resourceId: about.id }
    try {
      const { cells, personas } = await fresh().client({ as: actor }).policy.matrix(query)
      const persona = personas.find(({ email }) => email === actor)
      const cell = cells.find((one) => one.persona === persona?.user && one.action === action)
      if (!cell) throw new Error(`The matrix has no cell for ${actor} and ${action}.`)
      return { outcome: cell.outcome, text: cell.rule }
    } catch (error) {
      // A resource hidden from the asker has no matrix for them: they may do nothing to it.
      if (!(error instanceof UnprocessableEntityError)) throw error
      return { outcome: 'no', text: error.message }
    }
  },
}

/** The matrix over the row's resource. */
const matrixOfThing: Surface = {
  name: 'matrix',
  async ask(trial) {
    const { outcome, rule } = matrixCell(trial, trial.question.about, trial.action)
    return { outcome, text: rule }
  },
}

/** Surfaces that ask about an action on a resource, without the arguments of a call. */
export const actionSurfaces: readonly Surface[] = [
  evaluatedAction,
  searched,
  matrixOfPersonas,
  matrixOfThing,
]
