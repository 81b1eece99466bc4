import { isPlain } from '../../src/core/base/check.ts'
import { checkOptions, checkValue, isText } from '../shared/check-options.ts'
import type { ControlledStates } from './control.ts'
import type { Api } from './transport.ts'

/** The states that a mock keeps by name. */
export const statesOf = (call: Api['call']): ControlledStates => ({
  list: async () => (await call('listStates')).data,
  get: (name) => call('getState', { name }),
  async create(name, options = {}) {
    checkOptions("states.create's options", options, ['from', 'snapshot'], "{ from: '.' }")
    const { from, snapshot } = options
    checkValue('from', from, isText, 'the name of a state')
    checkValue('snapshot', snapshot, isPlain, 'a snapshot')
    const input = { name, ...(from !== undefined && { from }), ...(snapshot && { snapshot }) }
    return call('createState', { input })
  },
  delete: (name) => call('deleteState', { name }),
  clear: () => call('deleteStates'),
})
