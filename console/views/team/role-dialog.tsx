import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { RoleUpdate } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import type { ShownRole } from '../../mock/roles.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Checkbox, TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useWrite } from '../../parts/use-write.ts'
import style from './team.module.css'

/** Creates a custom role, or changes one: a name, and a set of permissions. */
export function RoleDialog({
  role,
  onClose,
}: {
  /** The role to change. Default: a new one. */
  readonly role?: ShownRole
  readonly onClose: () => void
}): ReactNode {
  const { platform } = useActor()
  const { data: known } = useQuery(platform.permissions.list.queryOptions({ limit: 200 }))
  const [key, setKey] = useState('')
  const [name, setName] = useState(role?.name ?? '')
  const [description, setDescription] = useState(role?.description ?? '')
  const [permissions, setPermissions] = useState<ReadonlySet<string>>(new Set(role?.permissions))
  const { busy, error, write } = useWrite()
  const all = known?.data ?? []
  const categories = [...new Set(all.map(({ category }) => category))]
  const body = {
    permissions: all.flatMap((one) => (permissions.has(one.key) ? one.key : [])),
    ...(name.trim() && { name: name.trim() }),
    ...(description.trim() && { description: description.trim() }),
  }
  const patch: RoleUpdate = { ...body, description: description.trim() || null }
  const save = async () => {
    const done = role
      ? await write((client) => client.roles.update(role.key, patch), `Changed role ${role.key}.`)
      : await write((client) => client.roles.create({ key, ...body }), `Created role ${key}.`)
    if (done) onClose()
  }
  const toggle = (permission: string, on: boolean) => {
    const next = new Set(permissions)
    if (on) next.add(permission)
    else next.delete(permission)
    setPermissions(next)
  }
  return (
    <Dialog
      wide
      title={role ? `Edit role ${role.name}` : 'Create role'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {role ? (
            <Gate operation="roles.update" args={[role.key, patch]}>
              {(gated) => (
                <GatedButton gated={gated} look="primary" busy={busy} onClick={() => void save()}>
                  Update
                </GatedButton>
              )}
            </Gate>
          ) : (
            <Gate operation="roles.create" args={[{ ...body, key: key || 'a-role-to-be' }]}>
              {(gated) => (
                <GatedButton gated={gated} look="primary" busy={busy} onClick={() => void save()}>
                  Create
                </GatedButton>
              )}
            </Gate>
          )}
        </>
      }
    >
      {!role && (
        <TextField
          label="Key"
          hint="Lower-case letters, digits, - and _. It never changes."
          value={key}
          onChange={({ target }) => setKey(target.value)}
        />
      )}
      <TextField
        label="Name"
        hint="Default: the key."
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <TextField
        label="Description"
        value={description}
        onChange={({ target }) => setDescription(target.value)}
      />
      {categories.map((category) => (
        <fieldset key={category} className={style.group}>
          <legend>{category}</legend>
          {all
            .filter((one) => one.category === category)
            .map((one) => (
              <Checkbox
                key={one.key}
                label={
                  <>
                    {one.name ?? one.key} <code>{one.key}</code>
                  </>
                }
                checked={permissions.has(one.key)}
                onChange={({ target }) => toggle(one.key, target.checked)}
              />
            ))}
        </fieldset>
      ))}
      <Problem error={error} />
    </Dialog>
  )
}
