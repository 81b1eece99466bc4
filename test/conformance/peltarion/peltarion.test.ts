import { describeCells } from '../describe-cells.ts'

describeCells('peltarion')
