export { rehearsalOf } from './rehearsal.ts'
export { explained } from './explain.ts'
export { rightsMatrix } from './matrix.ts'
