import type { OperationId } from '../../src/generated/operations.ts'
import type { CompiledPolicy, Policy, Weighing } from '../policy/index.ts'
import { installedCollector } from './collector.ts'
import type { Coverage } from './coverage.ts'
import { CoverageRecord } from './record.ts'

/** Records what a mock and all its states see of the policies in force. */
export class CoverageRecorder {
  readonly #own = new Map<Policy, CoverageRecord>()

  /** The coverage of a policy so far. */
  of({ policy, hardened }: CompiledPolicy): Coverage {
    const record = this.#recordOf(policy)
    record.isHardened ||= hardened
    return record.coverage()
  }

  /** Adds the rules that a call or a question asked. */
  addWeighing(compiled: CompiledPolicy, weighing: Weighing): void {
    for (const record of this.#records(compiled)) record.addWeighing(weighing)
  }

  /** Adds a guard or an invariant that refused or let pass. */
  addRule(compiled: CompiledPolicy, id: string, isAllowed: boolean): void {
    for (const record of this.#records(compiled)) record.addRule(id, isAllowed)
  }

  /** Adds a call that succeeded or was denied. */
  addOperation(compiled: CompiledPolicy, operation: OperationId, isAllowed: boolean): void {
    for (const record of this.#records(compiled)) record.addOperation(operation, isAllowed)
  }

  /** The mock's own record, and that of the test run. */
  #records({ policy, hardened }: CompiledPolicy): readonly CoverageRecord[] {
    const make = () => new CoverageRecord(policy)
    const common = installedCollector()?.recordOf(policy, make)
    const own = this.#recordOf(policy)
    own.isHardened ||= hardened
    if (common === undefined) return [own]
    common.isHardened ||= hardened
    return [own, common]
  }

  #recordOf(policy: Policy): CoverageRecord {
    const known = this.#own.get(policy) ?? new CoverageRecord(policy)
    this.#own.set(policy, known)
    return known
  }
}
