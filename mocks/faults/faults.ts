import type { FaultPlan } from './plan.ts'
import type { FaultRun } from './fault-run.ts'

/** The faults of a mock. */
export interface Faults {
  /** The plan in force, frozen; undefined if there is none. */
  readonly plan: FaultPlan | undefined
  /**
   * Starts a plan, in place of the one in force: all its counts begin anew.
   *
   * @throws `ConfigurationError` if the plan is wrong: the message has the place, the fault and the fix.
   *   The plan in force stays.
   * @example
   * const mock = createMock()
   * mock.faults.set({ rules: [{ on: 'users.*', status: 503, times: 3 }] })
   */
  set(plan: FaultPlan): void
  /** Ends all faults. */
  clear(): void
}

/** The faults of the state that a mock has at the moment. */
export class CurrentFaults implements Faults {
  readonly #current: () => FaultRun

  constructor(current: () => FaultRun) {
    this.#current = current
  }

  get plan(): FaultPlan | undefined {
    return this.#current().plan
  }

  set(plan: FaultPlan): void {
    this.#current().set(plan)
  }

  clear(): void {
    this.#current().clear()
  }
}
