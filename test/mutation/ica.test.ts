import { hunt } from './hunt.ts'

hunt('ica')
