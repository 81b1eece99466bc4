import { hunt } from './hunt.ts'

hunt('superannotate')
