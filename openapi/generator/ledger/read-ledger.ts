import { contract } from '../../../mocks/generated/contract.ts'
import type { Difference } from '../../../mocks/policies/difference.ts'
import type { Policy } from '../../../mocks/policy/language/policy.ts'
import { type OperationId, operations } from '../../../src/generated/operations.ts'
import { claimsOn, refusals, results, type Unsourced } from './claims.ts'

/** One thing that the mock enforces under a policy, and where it comes from. */
export interface Claim {
  /** The part of the call; empty for all of it. */
  readonly part: string
  /** What is enforced, in words. */
  readonly text: string
  readonly rule: string
  /** Whether the vendor's text says so, or this project reads it so. */
  readonly origin: 'documented' | 'reading'
  /** The sections of the vendor's documentation that say it, or that are read so. */
  readonly sections: readonly string[]
  /** The interpretations of the rule, where the text is ambiguous. */
  readonly readings: readonly string[]
}

/** What a policy says of one operation. */
export interface LedgerRow {
  /** An operation, or `sign_up`. */
  readonly operation: string
  /** Empty if everybody may call it; left out for an operation that the platform does not offer. */
  readonly claims?: readonly Claim[]
  /** What differs from the platform. */
  readonly differences: readonly string[]
}

/** What the mock enforces under a policy. */
export interface Ledger {
  readonly policy: string
  readonly title: string
  readonly source: string
  /** What holds for every call. */
  readonly everywhere: readonly Claim[]
  /** What differs from the platform, with the operations that each difference concerns. */
  readonly differences: readonly Difference[]
  readonly rows: readonly LedgerRow[]
}

/** The ledger of a policy: what it enforces for each operation of the API, and whose text says so. */
export function readLedger(policy: Policy, differences: readonly Difference[]): Ledger {
  const { name, title, source, invariants, sources, hardened, roles } = policy
  const sourced = (claims: readonly Unsourced[]) => claims.map((claim) => withSource(policy, claim))
  const rowOf = (operation: string, claims: readonly Unsourced[] | undefined): LedgerRow => ({
    operation,
    ...(claims && { claims: sourced(claims) }),
    differences: differences
      .filter(({ on }) => claims !== undefined && on.some((one) => isMeant(one, operation)))
      .map(({ text }) => text),
  })
  return {
    policy: name,
    title,
    source,
    differences,
    everywhere: sourced([
      ...sources.project.from.map(({ through, rule }) => ({
        part: 'roles on a project',
        text: `come from: ${through.replaceAll('_', ' ')}`,
        rule,
      })),
      ...invariants.map(({ rule, status, text }) => ({
        part: 'after the call',
        text: `${status}: ${text}`,
        rule,
      })),
      ...roles.flatMap(({ key, unassignable: wrong }) =>
        wrong
          ? [{ part: `giving the role ${key}`, text: `422: ${wrong.text}`, rule: wrong.rule }]
          : [],
      ),
      ...(hardened ? [{ part: 'in hardened mode', text: hardened.text, rule: hardened.rule }] : []),
    ]),
    rows: [
      ...Object.keys(operations)
        .filter(isOperation)
        .map((operation) =>
          rowOf(operation, contract[operation].public ? [] : claimsOn(policy, operation)),
        ),
      rowOf('sign_up', [...refusals(policy, ['sign_up']), ...results(policy, 'sign_up')]),
    ],
  }
}

const isOperation = (id: string): id is OperationId => Object.hasOwn(operations, id)

/** Whether a name such as `users.list` or `users.*` means the operation. */
const isMeant = (name: string, operation: string) =>
  name.endsWith('.*') ? operation.startsWith(name.slice(0, -1)) : name === operation

function withSource(policy: Policy, { origin, ...claim }: Unsourced): Claim {
  const entry = policy.rulebook?.[claim.rule]
  const sections = (entry?.quotes ?? []).flatMap(({ section }) => section ?? [])
  return {
    ...claim,
    origin: origin ?? entry?.origin ?? 'reading',
    sections: [...new Set(sections)],
    readings: policy.readings.filter(({ rule }) => rule === claim.rule).map(({ text }) => text),
  }
}
