export { calls } from './calls.ts'
export { columns } from './columns.ts'
export { scenario } from './scenario.ts'
