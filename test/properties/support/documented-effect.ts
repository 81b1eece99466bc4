import { expect } from 'vitest'
import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { Model } from './model.ts'
import type { Sent } from './send.ts'

const lower = (reference: unknown): string => String(reference).toLowerCase()

/** Compares the state after a successful call with the documented effect. */
export function expectToFollow(before: Model, { operation, args }: Sent, after: Model): void {
  const [first, body] = args
  const input = isRecord(args.at(-1)) ? args.at(-1) : undefined
  const stated = (key: string): unknown => (isRecord(input) ? input[key] : undefined)
  switch (operation) {
    case 'users.remove':
      expect(after.members.has(lower(first))).toBe(false)
      expect(after.members.size).toBe(before.members.size - 1)
      return
    case 'users.update':
      if (isRecord(body) && typeof body.role === 'string') {
        expect(after.members.get(lower(first))?.role).toBe(body.role)
      }
      expect([...after.members.keys()]).toEqual([...before.members.keys()])
      return
    case 'invitations.create':
      expect(after.members.get(lower(stated('email')))?.status).toBe('pending')
      expect(after.invitations.size).toBe(before.invitations.size + 1)
      return
    case 'invitations.accept':
      expect(after.members.get(before.invitations.get(String(first)) ?? '')?.status).toBe('active')
      expect(after.members.size).toBe(before.members.size)
      return
    case 'invitations.reject':
    case 'invitations.withdraw':
      expect(after.members.has(before.invitations.get(String(first)) ?? '')).toBe(false)
      expect(after.members.size).toBe(before.members.size - 1)
      return
    case 'organization.transferOwnership':
      expect(after.members.get(lower(stated('to')))?.role).toBe('owner')
      expect([...after.members.keys()]).toEqual([...before.members.keys()])
      return
    case 'projects.transferOwnership':
      expect(after.ids.get(after.owners.get(String(first)) ?? '')).toBe(lower(stated('to')))
      return
    default:
      // Everything else keeps all members and their roles, except new ones.
      for (const [email, held] of before.members) {
        if (after.members.has(email)) expect(after.members.get(email)?.role).toBe(held.role)
      }
  }
}
