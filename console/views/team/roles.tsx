import { type ReactNode, useState } from 'react'
import { usePolicy } from '../../mock/control-queries.ts'
import { useOffers } from '../../mock/offers.ts'
import { type ShownRole, useRoles } from '../../mock/roles.ts'
import { ActionsMenu } from '../../parts/actions-menu.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { MenuAction, MenuChoice } from '../../parts/menu-action.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Text } from '../../parts/text.tsx'
import { useWrite } from '../../parts/use-write.ts'
import { RoleDialog } from './role-dialog.tsx'
import { RoleDetails } from './role-details.tsx'
import style from './team.module.css'

/** The roles: what each gives, and where it is held. */
export function Roles(): ReactNode {
  const offers = useOffers()
  const { data: policy } = usePolicy()
  const roles = useRoles()
  const [open, setOpen] = useState<{ readonly edits: boolean; readonly role?: ShownRole }>()
  const { error, write } = useWrite()
  const close = () => setOpen(undefined)
  const canCreate = offers('roles.create')
  const where = {
    organization: 'organization',
    team: policy?.nouns.team,
    project: policy?.nouns.project,
  }
  return (
    <section className={style.part}>
      <div className={style.top}>
        <h2>Roles</h2>
        {canCreate && (
          <Gate operation="roles.create" args={[]}>
            {(gated) => (
              <GatedButton gated={gated} icon="add" onClick={() => setOpen({ edits: true })}>
                Create role
              </GatedButton>
            )}
          </Gate>
        )}
      </div>
      {!canCreate && <p className={style.soft}>The roles of this platform are fixed.</p>}
      <Problem error={error} />
      <div className={style.scroll} tabIndex={0} role="region" aria-label="Roles, rows">
        <table className={style.table}>
          <caption className="visually-hidden">Roles</caption>
          <thead>
            <tr>
              <th scope="col">Role</th>
              <th scope="col">Held in</th>
              <th scope="col">Permissions</th>
              <th scope="col" className={style.last}>
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={`${role.scope} ${role.role?.category ?? ''} ${role.key}`}>
                <th scope="row">
                  <Text>{role.name}</Text>
                </th>
                <td>
                  {where[role.scope]}
                  {!role.builtIn && ', custom'}
                </td>
                <td>{role.permissions.length}</td>
                <td>
                  <ActionsMenu label={`Actions for role ${role.name}`}>
                    <MenuChoice onChoose={() => setOpen({ edits: false, role })}>
                      Permissions
                    </MenuChoice>
                    {offers('roles.update') && (
                      <MenuAction
                        operation="roles.update"
                        args={[role.key, { name: role.name }]}
                        onChoose={() => setOpen({ edits: true, role })}
                      >
                        Edit
                      </MenuAction>
                    )}
                    {offers('roles.delete') && (
                      <MenuAction
                        danger
                        operation="roles.delete"
                        args={[role.key]}
                        onChoose={() =>
                          void write(
                            (client) => client.roles.delete(role.key),
                            `Deleted role ${role.key}.`,
                          )
                        }
                      >
                        Delete
                      </MenuAction>
                    )}
                  </ActionsMenu>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open?.edits && <RoleDialog {...(open.role && { role: open.role })} onClose={close} />}
      {open?.edits === false && open.role && <RoleDetails role={open.role} onClose={close} />}
    </section>
  )
}
