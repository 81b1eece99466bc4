import type { Demand } from '../decide/decide.ts'
import type { Inquiry } from '../sight/inquiry.ts'
import { isOnHidden } from '../sight/unseen-hand-outs.ts'

/** The inquiry without what is handed out on hidden projects: it reads the same whether there is any. */
export const withoutHiddenHandOuts = (inquiry: Inquiry): Inquiry => {
  const { reader, demands, demandsIn } = inquiry
  const isSeen = (demand: Demand): boolean => !isOnHidden(reader, demand)
  return {
    ...inquiry,
    demands: demands.filter(isSeen),
    demandsIn:
      demandsIn &&
      ((world, actor) => {
        const found = demandsIn(world, actor)
        return 'notOffered' in found ? found : { demands: found.demands.filter(isSeen) }
      }),
  }
}
