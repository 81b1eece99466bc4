import { PermissionDeniedError } from '../../errors/status-errors.ts'
import type { Decision } from '../../generated/models.ts'
import type { OperationId } from '../../generated/operations.ts'
import type { AnyKeys, PolicyKeys } from '../../generated/policies.ts'
import { readArguments } from '../send/arguments.ts'
import { createAsk } from './batch.ts'
import { checkPlain, must } from '../base/check.ts'
import type { Operations } from '../send/operations.ts'
import type {
  ArgumentsOf,
  CallArguments,
  OperationName,
  TooFewArguments,
  WithArguments,
} from './call-arguments.ts'
import { type Identity, identityOf } from '../token/identity.ts'
import type { Operation } from '../base/operation.ts'
import { complete, questionOf } from './question.ts'
import { readOptions } from '../options/read-options.ts'
import { kindOf } from '../base/kind-of.ts'
import type { RequestOptions } from '../options/request-options.ts'
import type { Send } from '../send/send.ts'
import type { Settings } from '../options/settings.ts'

/** A call as data: the operation, then its method's arguments. */
export type Question<K extends PolicyKeys = AnyKeys> = {
  [O in OperationId]: readonly [operation: O, ...args: CallArguments<K, O>]
}[OperationId]

/** Several questions: in a list, or by names of your own. */
export type Questions<K extends PolicyKeys = AnyKeys> =
  | readonly Question<K>[]
  | Readonly<Record<string, Question<K>>>

/** The decision of each question, in the same place. */
export type Decisions<Q> = { -readonly [I in keyof Q]: Decision }

/** Asks whether calls would succeed now, without making them. */
export interface Can<K extends PolicyKeys = AnyKeys> {
  /**
   * Asks whether a call would succeed now, without making it. A denial is an answer, not an error:
   * its rule, what is missing, and each smallest set of calls that would allow it.
   *
   * Without a body that the call needs, only the rules are asked, and the `outcome` may be `depends`.
   *
   * Questions of one tick are sent in one request, up to 100, and equal questions are asked once: each
   * button of a table may ask for itself. Questions whose options differ, other than in `signal`, are sent
   * apart. A token function is asked for each question; questions with different tokens, or with tokens
   * that come at different times, are sent apart too.
   *
   * @param operation - The operationId, which is the method's path in the client.
   * @param args - The method's arguments: path arguments, then the body or the query, then options.
   * @throws {@link AuthenticationError}, {@link ConnectionError} or another error if there is no answer;
   * {@link APIError} if the answer is neither yes nor no, or contradicts itself.
   * @example
   * const { allowed, text } = await client.can('roles.create', { key: 'reviewer', permissions: [] })
   */
  <O extends string>(operation: OperationName<O>, ...args: ArgumentsOf<K, O>): Promise<Decision>
  /**
   * No call matches it: it is for the compiler's error about missing arguments.
   *
   * @hidden
   */
  <O extends string>(
    operation: O & WithArguments<K, O>,
    ...args: TooFewArguments<K, O>
  ): Promise<Decision>

  /**
   * Asks several questions in one request, as one person: a token function is asked once. Answers the
   * decisions in the order of the questions, or by their names.
   *
   * @param questions - Each is the operationId, then its method's arguments.
   * @param options - How the request is sent. A question's own options win.
   * @throws The errors of `can`: if one question fails, all do.
   * @example
   * const [create, list] = await client.can.all([
   *   ['roles.create', { key: 'reviewer', permissions: [] }],
   *   ['users.list'],
   * ])
   * @example
   * const may = await client.can.all({ edit: ['teams.update', 'support', {}], list: ['users.list'] })
   * if (may.edit.allowed) showEditor()
   */
  all<const Q extends Questions<K>>(questions: Q, options?: RequestOptions): Promise<Decisions<Q>>
}

/** Makes `client.can`. */
export function createCan(operations: Operations, send: Send, settings: Settings): Can {
  const ask = createAsk(operations, send, settings)

  async function can(
    name: string,
    args: readonly unknown[],
    options?: RequestOptions,
    identity?: Identity,
  ): Promise<Decision> {
    // A question takes no options of a write.
    const operation: Operation = { ...operations.find(name).operation, method: 'GET' }
    const read = readArguments(operation, args)
    const question = questionOf(operation, read)
    try {
      const answer = await ask(question, { ...options, ...read.options }, identity)
      return complete(name, answer.decision, answer.context)
    } catch (error) {
      // A caller who may ask nothing at all may not do this either.
      if (!(error instanceof PermissionDeniedError)) throw error
      const { status, code, message: text, decision } = error
      return complete(name, false, { status, code, text, ...decision })
    }
  }

  function all<const Q extends Questions>(
    questions: Q,
    options?: RequestOptions,
  ): Promise<Decisions<Q>>
  async function all(
    questions: Questions,
    options?: RequestOptions,
  ): Promise<Decision[] | Record<string, Decision>> {
    readOptions('can.all', options)
    const given: unknown = questions
    const isList = Array.isArray(given)
    if (!isList) checkPlain("can.all's questions", questions, 'a list, or an object of your names')
    for (const [name, question] of Object.entries<unknown>(questions)) {
      if (!Array.isArray(question))
        throw must(`can.all's question ${name}`, "a list such as ['users.list']", kindOf(question))
    }
    const identity = identityOf(settings.token)
    const decisions = await Promise.all(
      Object.entries(questions).map(
        async ([name, [operation, ...args]]): Promise<[string, Decision]> => [
          name,
          await can(operation, args, options, identity),
        ],
      ),
    )
    return isList ? decisions.map(([, decision]) => decision) : Object.fromEntries(decisions)
  }

  const one = (operation: string, ...args: readonly unknown[]) => can(operation, args)
  return Object.assign(one, { all })
}
