export { rehearsalOf } from './rehearsal.ts'
