import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Organization as Shown, OrganizationUpdate } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { useOffers } from '../../mock/offers.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextArea, TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Text } from '../../parts/text.tsx'
import { useWrite } from '../../parts/use-write.ts'
import style from './team.module.css'

/** The organization, where it is the only team. */
export function Organization(): ReactNode {
  const { platform } = useActor()
  const offers = useOffers()
  const { data: organization, error } = useQuery(platform.organization.get.queryOptions())
  const [editing, setEditing] = useState(false)
  if (error) return <Problem error={error} />
  if (organization === undefined) return null
  const { name, description, plan } = organization
  return (
    <section className={style.part}>
      <div className={style.top}>
        <h2>
          <Text>{name}</Text>
        </h2>
        {offers('organization.update') && (
          <Gate operation="organization.update" args={[{ name }]}>
            {(gated) => (
              <GatedButton gated={gated} icon="edit" onClick={() => setEditing(true)}>
                Edit name and description
              </GatedButton>
            )}
          </Gate>
        )}
      </div>
      <p className={style.soft}>
        {description !== undefined && <Text>{description}</Text>} Plan {plan.name}
        {plan.features.length > 0 && `, with ${plan.features.join(', ')}`}.
      </p>
      {editing && (
        <EditOrganization organization={organization} onClose={() => setEditing(false)} />
      )}
    </section>
  )
}

function EditOrganization({
  organization,
  onClose,
}: {
  readonly organization: Shown
  readonly onClose: () => void
}): ReactNode {
  const [name, setName] = useState(organization.name)
  const [description, setDescription] = useState(organization.description ?? '')
  const { busy, error, write } = useWrite()
  const body: OrganizationUpdate = { name, description: description || null }
  const update = async () => {
    if (await write((client) => client.organization.update(body), 'Changed the team.')) onClose()
  }
  return (
    <Dialog
      title="Edit name and description"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Gate operation="organization.update" args={[body]}>
            {(gated) => (
              <GatedButton gated={gated} look="primary" busy={busy} onClick={() => void update()}>
                Update
              </GatedButton>
            )}
          </Gate>
        </>
      }
    >
      <TextField label="Name" value={name} onChange={({ target }) => setName(target.value)} />
      <TextArea
        label="Description"
        value={description}
        onChange={({ target }) => setDescription(target.value)}
      />
      <Problem error={error} />
    </Dialog>
  )
}
