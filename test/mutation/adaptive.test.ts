import { hunt } from './hunt.ts'

hunt('adaptive')
