import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Invitation, User } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { useOffers } from '../../mock/offers.ts'

/** What somebody's row says of them. */
export type Status = 'Active' | 'Pending' | 'Paused' | 'Rejected' | 'Withdrawn'

/** A person of the organization, or an address that was invited to it. */
export interface Row {
  readonly key: string
  readonly email: string
  readonly name: string
  readonly status: Status
  /** The key of the role held in the organization, or that it would be. */
  readonly role?: string
  /** Missing for an invitation that nobody accepted. */
  readonly user?: User
  /** The invitation that waits for an answer, or was the last. */
  readonly invitation?: Invitation
}

/** The rows that a filter leaves. */
export interface Filter {
  readonly search: string
  readonly status: string
  readonly role: string
}

/** A whole address, which the platform finds by itself. */
const isAddress = (search: string): boolean => /^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$/.test(search)

/** As many as the platform answers at a time. */
const limit = 200

/** Returns the people and invitations that the actor sees, as far as they are loaded. */
export function useMembers({ search, status, role }: Filter) {
  const { platform } = useActor()
  const offers = useOffers()
  const users = useInfiniteQuery(
    platform.users.list.infiniteQueryOptions({
      limit,
      ...(role && { role }),
      ...(isAddress(search) && { email: search }),
      // A paused member is an active one to the platform.
      ...(status === 'Pending' && { status: 'pending' }),
      ...((status === 'Active' || status === 'Paused') && { status: 'active' }),
    }),
  )
  const invitations = useInfiniteQuery({
    ...platform.invitations.list.infiniteQueryOptions({ limit }),
    enabled: offers('invitations.list'),
  })
  // A text can be in any row: all of them are loaded, page after page. Invitations belong to rows.
  useNextPages(users, search !== '')
  useNextPages(invitations, true)

  const sent = invitations.data?.pages.flatMap(({ data }) => data) ?? []
  const people = users.data?.pages.flatMap(({ data }) => data) ?? []
  const rows = [...rowsOfUsers(people, sent), ...rowsOfInvitations(sent)].filter(
    (row) =>
      (!status || row.status === status) &&
      (!role || row.role === role || holds(row, role)) &&
      matches(row, search),
  )
  return { rows, users, invitations }
}

function useNextPages(
  { hasNextPage, isFetching, fetchNextPage, isError }: NextPages,
  wanted: boolean,
): void {
  useEffect(() => {
    if (wanted && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [wanted, hasNextPage, isFetching, isError, fetchNextPage])
}

interface NextPages {
  readonly hasNextPage: boolean
  readonly isFetching: boolean
  readonly isError: boolean
  readonly fetchNextPage: () => Promise<unknown>
}

function rowsOfUsers(people: readonly User[], sent: readonly Invitation[]): Row[] {
  // The last one to an address counts.
  const invited = new Map(sent.map((invitation) => [invitation.email, invitation]))
  return people.map((user) => {
    const invitation = invited.get(user.email)
    return {
      key: user.id,
      email: user.email,
      name: user.name,
      status: user.paused ? 'Paused' : user.status === 'pending' ? 'Pending' : 'Active',
      ...(user.role !== undefined && { role: user.role }),
      user,
      ...(invitation && { invitation }),
    }
  })
}

/** Those that made nobody a member. A pending one is its person's row. */
const rowsOfInvitations = (sent: readonly Invitation[]): Row[] =>
  sent.flatMap((invitation) => {
    const { id, email, role, status } = invitation
    if (status === 'pending' || status === 'accepted') return []
    return {
      key: id,
      email,
      name: email,
      role,
      status: status === 'rejected' ? 'Rejected' : 'Withdrawn',
      invitation,
    }
  })

const holds = ({ user }: Row, role: string): boolean =>
  Object.values(user?.teams ?? {}).includes(role)

function matches({ name, email }: Row, search: string): boolean {
  const text = `${name} ${email}`.toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
