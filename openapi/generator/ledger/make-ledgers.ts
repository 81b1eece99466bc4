/** Prints the ledgers of all policies, as JSON. */
import { differences, differencesFromAll } from '../../../mocks/policies/differences.ts'
import { policies } from '../../../mocks/policies/index.ts'
import { readLedger } from './read-ledger.ts'

const ledgers = Object.values(policies).map((policy) =>
  readLedger(policy, [...differences[policy.name], ...differencesFromAll]),
)
console.log(JSON.stringify(ledgers))
