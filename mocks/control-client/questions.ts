import { checkGiven, checkOptions, checkValue, isText } from '../shared/check-options.ts'
import { objectInput } from './check-input.ts'
import type { Control } from './control.ts'
import type { Api } from './transport.ts'

/** Questions about the state, which change nothing. */
export const questionsOf = (call: Api['call']): Pick<Control, 'rehearse'> => ({
  async rehearse(given) {
    const right = "a call such as { as: 'lead@acme.test', operation, args }"
    const { as, operation, args, ifMatch } = objectInput('control.rehearse', given, right)
    checkOptions(
      'control.rehearse',
      given,
      ['as', 'operation', 'args', 'ifMatch'],
      "{ as: 'lead@acme.test', operation, args }",
    )
    checkGiven('as', as, isText, 'an id or e-mail address')
    checkGiven('operation', operation, isText, 'an operation, such as roles.list')
    checkValue('args', args, Array.isArray, 'a list of arguments')
    checkValue('ifMatch', ifMatch, isText, 'an etag')
    const input = {
      as,
      operation,
      ...(args && { args }),
      ...(ifMatch !== undefined && { ifMatch }),
    }
    return call('rehearse', { input })
  },
})
