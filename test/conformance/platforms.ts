import { adaptive, bigml, superannotate, ica, peltarion } from '../../mocks/policies/index.ts'
import * as ofAdaptive from './adaptive/index.ts'
import * as ofBigml from './bigml/index.ts'
import * as ofIca from './ica/index.ts'
import * as ofPeltarion from './peltarion/index.ts'
import { type Platform, platform } from './platform.ts'
import * as ofSuperannotate from './superannotate/index.ts'

/** Every platform with tables: add one by adding its table file and its folder. */
export const platforms: readonly Platform[] = [
  platform({ policy: adaptive, cells: 261, ...ofAdaptive }),
  platform({ policy: superannotate, cells: 86, ...ofSuperannotate }),
  platform({ policy: ica, cells: 135, ...ofIca }),
  platform({ policy: bigml, cells: 120, ...ofBigml }),
  platform({ policy: peltarion, cells: 63, ...ofPeltarion }),
]
