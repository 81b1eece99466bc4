import { hunt } from './hunt.ts'

hunt('bigml')
