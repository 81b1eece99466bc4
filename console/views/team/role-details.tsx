import type { ReactNode } from 'react'
import { usePolicy } from '../../mock/control-queries.ts'
import type { ShownRole } from '../../mock/roles.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Text } from '../../parts/text.tsx'
import style from './team.module.css'

/** What a role gives: its permissions, and those that a ticked box adds. */
export function RoleDetails({
  role: { key, name, scope, description, permissions },
  onClose,
}: {
  readonly role: ShownRole
  readonly onClose: () => void
}): ReactNode {
  const { data: policy } = usePolicy()
  const named = (permission: string) => policy?.permissions[permission]?.name ?? permission
  const defined = policy?.roles.find((role) => role.key === key && role.scope === scope)
  return (
    <Dialog
      side
      title={<Text>{name}</Text>}
      onClose={onClose}
      actions={<Button onClick={onClose}>Done</Button>}
    >
      {description !== undefined && (
        <p>
          <Text>{description}</Text>
        </p>
      )}
      {permissions.length === 0 && <p>No permission of its own.</p>}
      <div tabIndex={0} role="region" aria-label="Permissions">
        <ul className={style.list}>
          {permissions.map((permission) => (
            <li key={permission}>
              {named(permission)} <code>{permission}</code>
            </li>
          ))}
        </ul>
        {Object.entries(defined?.grants ?? {}).map(([grant, added]) => (
          <p key={grant} className={style.soft}>
            With {policy?.grants[grant]?.name ?? grant} ticked: {added.map(named).join(', ')}.
          </p>
        ))}
      </div>
    </Dialog>
  )
}
