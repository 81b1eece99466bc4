import { describeCellsThroughMsw } from '../describe-cells.ts'

describeCellsThroughMsw('superannotate')
