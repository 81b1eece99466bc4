import { hunt } from './hunt.ts'

hunt('adaptive', 'ad-')
