/**
 * The policies that come with the package, and their scenarios. Each is a function, which the build
 * replaces by JSON that is parsed at the first call: a mock then parses its own policy only.
 */
import type { Policy } from '../policy/language/policy.ts'
import { acme as acmeOfAdaptive } from './adaptive/acme.ts'
import { adaptive as adaptivePolicy } from './adaptive/policy.ts'
import { acme as acmeOfBigml } from './bigml/acme.ts'
import { bigml as bigmlPolicy } from './bigml/policy.ts'
import { acme as acmeOfIca } from './ica/acme.ts'
import { ica as icaPolicy } from './ica/policy.ts'
import { acme as acmeOfPeltarion } from './peltarion/acme.ts'
import { peltarion as peltarionPolicy } from './peltarion/policy.ts'
import type { Scenario } from './scenario.ts'
import { acme as acmeOfSuperannotate } from './superannotate/acme.ts'
import { superannotate as superannotatePolicy } from './superannotate/policy.ts'

export const adaptive = (): Policy => adaptivePolicy
export const bigml = (): Policy => bigmlPolicy
export const superannotate = (): Policy => superannotatePolicy
export const peltarion = (): Policy => peltarionPolicy
export const ica = (): Policy => icaPolicy

export const adaptiveAcme = (): Scenario => acmeOfAdaptive
export const bigmlAcme = (): Scenario => acmeOfBigml
export const superannotateAcme = (): Scenario => acmeOfSuperannotate
export const peltarionAcme = (): Scenario => acmeOfPeltarion
export const icaAcme = (): Scenario => acmeOfIca
