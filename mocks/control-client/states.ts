import { checkOptions, checkValue, isText } from '../shared/check-options.ts'
import { objectInput, textInput } from './check-input.ts'
import type { ControlledStates } from './control.ts'
import type { Api } from './transport.ts'

/** The states that a mock keeps by name. */
export const statesOf = (call: Api['call']): ControlledStates => ({
  list: async () => (await call('listStates')).data,
  get: async (name) => call('getState', { name: nameFor('get', name) }),
  async create(name, options = {}) {
    checkOptions("states.create's options", options, ['from', 'snapshot'], "{ from: '.' }")
    const { from, snapshot } = options
    checkValue('from', from, isText, 'the name of a state')
    if (snapshot !== undefined)
      objectInput('snapshot', snapshot, 'what control.snapshot() returned')
    const input = {
      name: nameFor('create', name),
      ...(from !== undefined && { from }),
      ...(snapshot && { snapshot }),
    }
    return call('createState', { input })
  },
  delete: async (name) => call('deleteState', { name: nameFor('delete', name) }),
  clear: () => call('deleteStates'),
})

const nameFor = (method: string, name: string): string =>
  textInput(`control.states.${method}`, name, 'the name of a state')
