import { checkGiven, checkOptions, checkValue, isText } from '../shared/check-options.ts'
import { flatInput, textInput, textOrObject } from './check-input.ts'
import type { Control } from './control.ts'
import type { Api } from './transport.ts'

const right = 'the name of a policy, or your own'

/** The policy in force, the others, and their rules. */
export const policiesOf = (call: Api['call']): Pick<Control, 'policy' | 'policies' | 'rules'> => ({
  policy: {
    get: () => call('getPolicy'),
    use: async (policy) =>
      call('usePolicy', { input: textOrObject('control.policy.use', policy, right) }),
    async check(policy) {
      checkGiven(
        'control.policy.check',
        policy,
        (value) => value !== undefined,
        'a policy, or text',
      )
      const input = { policy: flatInput('control.policy.check', policy) }
      return (await call('checkPolicy', { input })).data
    },
    async compare(policies) {
      checkOptions('control.policy.compare', policies, ['from', 'to'], '{ to: myPolicy }')
      const { from, to } = policies
      const input = {
        ...(from !== undefined && { from: textOrObject('from', from, right) }),
        to: textOrObject('to', to, right),
      }
      return call('comparePolicies', { input })
    },
  },
  policies: {
    list: async () => (await call('listPolicies')).data,
    get: async (name) =>
      call('getPolicyByName', {
        name: textInput('control.policies.get', name, 'the name of a policy'),
      }),
  },
  rules: {
    async list(options = {}) {
      checkOptions("control.rules.list's options", options, ['policy'], '{ policy: name }')
      const { policy } = options
      checkValue('policy', policy, isText, 'the name of a policy')
      return call('listRules', { input: policy === undefined ? {} : { policy } })
    },
  },
})
