import { hunt } from './hunt.ts'

hunt('peltarion')
