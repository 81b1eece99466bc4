import { ConfigurationError } from 'rolecall/mocks'
import { mockTest } from 'rolecall/mocks/vitest'
import { CoverageReporter } from 'rolecall/mocks/vitest/reporter'
import { expect } from 'vitest'
import { call, denied, mock, type Taker } from './taker.ts'

const ofCalls = {
  as: ['', 5, {}],
  args: ['annotator', {}, 5],
  times: [-1, 1.5, '2', {}],
}

/** Fixtures, matchers and the reporter for Vitest. */
export const ofVitest: Readonly<Record<string, Taker>> = {
  CoverageReporter: {
    error: ConfigurationError,
    right: { threshold: { operations: 80 }, outputDir: 'coverage/policy', html: false, json: true },
    typo: ['treshold', 'threshold'],
    wrong: {
      threshold: [80, 'all', null, { operation: 80 }, { rules: 101 }, { leaves: '50' }],
      outputDir: ['', 5, null],
      html: ['index.html', 1, null],
      json: ['coverage.json', 1, null],
    },
    call: (options) => Reflect.construct(CoverageReporter, [options]),
  },
  mockTest: {
    error: ConfigurationError,
    right: { policy: 'bigml', scenario: 'acme', seed: 'mine' },
    typo: ['polcy', 'policy'],
    wrong: { policy: [5, {}], scenario: [5, {}], hardened: ['yes', 1] },
    call: (options) => void call(mockTest, options),
  },
  'expect(mock).toHaveCalled': {
    error: ConfigurationError,
    right: { as: 'admin@acme.test', args: [], times: 1 },
    typo: ['tims', 'times'],
    wrong: ofCalls,
    call: (options) => {
      const { not } = expect(mock)
      Reflect.apply(not.toHaveCalled, not, ['tokens.list', options])
    },
  },
  'expect(mock).toHaveDenied': {
    error: ConfigurationError,
    right: { as: 'admin@acme.test', rule: 'AD-04', args: [] },
    typo: ['rul', 'rule'],
    wrong: { ...ofCalls, rule: ['', 4, {}] },
    call: (options) => {
      const { not } = expect(mock)
      Reflect.apply(not.toHaveDenied, not, ['tokens.list', options])
    },
  },
  'expect(decision).toBeDenied': {
    error: ConfigurationError,
    right: { rule: 'AD-04' },
    typo: ['ruel', 'rule'],
    wrong: { rule: ['', 4, {}] },
    call: (options) => {
      const assertion = expect(denied)
      Reflect.apply(assertion.toBeDenied, assertion, [options])
    },
  },
}
