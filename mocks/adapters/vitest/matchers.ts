import type { OperationId } from '../../../src/generated/operations.ts'
import type { OperationArguments } from '../../generated/arguments.ts'

/** The calls that `toHaveCalled` looks for. */
export interface CallExpectation<O extends OperationId = OperationId> {
  /** The caller, by e-mail address or id. Default: anyone. */
  readonly as?: string
  /**
   * The arguments, as in `client.call(operation, ...args)`: all of them, compared as `toEqual` does.
   * Asymmetric matchers such as `expect.anything()` may stand for each, or for a part. Default: any.
   */
  readonly args?: OperationArguments[O]
  /** How many such calls there were. Default: one or more. */
  readonly times?: number
}

/** The calls that `toHaveDenied` looks for. */
export interface DenialExpectation<O extends OperationId = OperationId> extends CallExpectation<O> {
  /** The rule of the policy that denied the call. Default: any. */
  readonly rule?: string
}

/** The denial that `toBeDenied` looks for. */
export interface RuleExpectation {
  /** The rule of the policy that denies the call. Default: any. */
  readonly rule?: string
}

/** The matchers that an import of `rolecall/mocks/vitest` adds to `expect`. */
export interface RolecallMatchers<R, T> {
  /**
   * Whether the mock was called so, whatever it answered. A question, such as `client.can`, is no call.
   *
   * @throws `ConfigurationError` if the value is not a mock, or an expectation is wrong.
   * @example
   * expect(mock).toHaveCalled('roles.create', { as: 'admin@acme.test', times: 1 })
   */
  toHaveCalled<O extends OperationId>(operation: O, expected?: CallExpectation<O>): R

  /**
   * Whether the mock refused such a call by its policy: by a rule, or by a guard or invariant, which have
   * rules too. A call that the API itself refuses, such as one of unknown values, is not denied.
   *
   * @throws `ConfigurationError` if the value is not a mock, or an expectation is wrong.
   * @example
   * expect(mock).toHaveDenied('roles.create', { as: 'lead@acme.test', rule: 'AD-04' })
   */
  toHaveDenied<O extends OperationId>(operation: O, expected?: DenialExpectation<O>): R

  /**
   * Whether a decision is a no. Takes the answer of `client.can`, a `PermissionDeniedError`, or the
   * promise of a question or call; wait for the matcher then. A decision that depends on the arguments is
   * neither denied nor allowed.
   *
   * @throws `ConfigurationError` if the value is none of these, or an expectation is wrong.
   * @example
   * expect(await lead.can('roles.delete', 'annotator')).toBeDenied({ rule: 'AD-04' })
   * await expect(lead.roles.delete('annotator')).toBeDenied({ rule: 'AD-04' })
   */
  toBeDenied(expected?: RuleExpectation): T extends PromiseLike<unknown> ? Promise<void> : R

  /**
   * Whether a decision is a yes. Takes the answer of `client.can`, or the promise of a question or call;
   * wait for the matcher then.
   *
   * @throws `ConfigurationError` if the value is none of these.
   * @example
   * expect(await admin.can('roles.delete', 'annotator')).toBeAllowed()
   * await expect(admin.teams.create({ key: 'quality' })).toBeAllowed()
   */
  toBeAllowed(): T extends PromiseLike<unknown> ? Promise<void> : R
}
