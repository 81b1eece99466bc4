import { usePolicy } from '../../mock/control-queries.ts'
import { useRoles } from '../../mock/roles.ts'

/** Returns the role that an invitation gives if nobody chooses another: the deployment's, else the weakest. */
export function useUsualRole(): string | undefined {
  const { data: policy } = usePolicy()
  const roles = useRoles().filter(({ scope, assignable }) => scope === 'organization' && assignable)
  const usual = roles.find(({ key }) => key === policy?.settings?.defaultRole)
  return (usual ?? roles.at(-1))?.key
}
