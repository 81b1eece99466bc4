export {
  type ActionOutcome,
  type MatrixCell,
  type Thing,
  thingOf,
  type ThingType,
} from './actions.ts'
export { type Call, type Refusal, type Things, unknown } from './call.ts'
export { compile, type CompiledPolicy, type CompileOptions } from './compile.ts'
export type { Condition } from './condition.ts'
export { describe, describeOperation, type OperationDescription } from './describe.ts'
export type { EffectChange, SignUp } from './effects.ts'
export type { Outcome } from './outcome.ts'
export type { Policy } from './policy.ts'
export type { Requirement } from './requirement.ts'
export type * from './world.ts'
