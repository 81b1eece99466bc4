import type { NamedState, States } from '../control/controls.ts'
import { refuse, type Refused } from '../message/refusal.ts'
import { didYouMean } from '../shared/nearest.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { LiveState } from './live-state.ts'
import type { Mock } from './mock.ts'
import { type Named, type NamedStates, refuseName } from './named-states.ts'

/** The named states of a state, as control paths list and change them. */
export function statesByName(state: LiveState, mockOf: (state: LiveState) => Mock): States {
  const { named } = state

  function find(name: string, place: string): Named<LiveState> | Refused {
    const refused = refuseName(name, place)
    if (refused !== undefined) return refused
    return named.get(name) ?? missing(name, named, place)
  }

  function begin(from: string | undefined, snapshot: Snapshot | undefined): LiveState | Refused {
    if (from === '.') return state.fork()
    if (from !== undefined) {
      const found = find(from, 'from')
      return 'ok' in found ? found : found.state.fork()
    }
    const made = named.make()
    // Throws for one that does not fit: nothing has the name then.
    if (snapshot !== undefined) mockOf(made).restore(snapshot, { otherPolicy: true })
    return made
  }

  return {
    list: () => named.all().map(summary),
    get(name) {
      const found = find(name, 'The name in the path')
      return 'ok' in found ? found : summary(found)
    },
    create({ name, from, snapshot }) {
      const refused = refuseName(name, 'name') ?? refuseTaken(name, named)
      if (refused !== undefined) return refused
      if (from !== undefined && snapshot !== undefined) {
        return refuse(422, 'validation_failed', 'The body must have from or snapshot, not both.')
      }
      const made = begin(from, snapshot)
      return 'ok' in made ? made : summary(named.put(name, made))
    },
    delete(name) {
      const found = find(name, 'The name in the path')
      if ('ok' in found) return found
      named.delete(name)
      return undefined
    },
    clear: () => named.clear(),
  }
}

const summary = ({ name, state, createdAt, lastUsedAt }: Named<LiveState>): NamedState => ({
  name,
  requests: state.platform.log.length,
  createdAt: new Date(createdAt).toISOString(),
  lastUsedAt: new Date(lastUsedAt).toISOString(),
})

const refuseTaken = (name: string, named: NamedStates<LiveState>): Refused | undefined =>
  named.get(name) &&
  refuse(
    409,
    'already_exists',
    `There is a state ${name} already. Delete it first, or choose another name.`,
  )

function missing(name: string, named: NamedStates<LiveState>, place: string): Refused {
  const names = named.all().map((one) => one.name)
  const near = didYouMean(name, names)
  const text = `${place} must be the name of a state; there is none called ${name}.${near}`
  return place === 'from' ? refuse(422, 'unknown_reference', text) : refuse(404, 'not_found', text)
}
