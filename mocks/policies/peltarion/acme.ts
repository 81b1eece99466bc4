import type { Scenario } from '../scenario.ts'

/** A company with two administrators, creators who share its projects, and an invitation in every state. */
export const acme = {
  name: 'acme',
  description: 'Acme: two administrators, creators, two free seats and invitations in every state.',
  organization: {
    name: 'Acme',
    description: 'Makes everything.',
    plan: { name: 'team', seats: 10, features: [] },
  },
  users: [
    { email: 'admin@acme.test', name: 'Acme Admin', role: 'administrator' },
    { email: 'operations@acme.test', name: 'Operations', role: 'administrator' },
    { email: 'lead@acme.test', name: 'Research Lead', role: 'creator' },
    { email: 'scientist@acme.test', name: 'Scientist', role: 'creator' },
    { email: 'engineer@acme.test', name: 'Engineer', role: 'creator' },
    { email: 'viewer@acme.test', name: 'Viewer', role: 'viewer' },
  ],
  invitations: [
    { email: 'engineer@acme.test', role: 'creator', status: 'accepted' },
    { email: 'declined@acme.test', role: 'creator', status: 'rejected' },
    { email: 'withdrawn@acme.test', role: 'administrator', status: 'withdrawn' },
    {
      email: 'invited@acme.test',
      role: 'creator',
      message: 'Join us for the churn forecast.',
    },
    { email: 'invited-admin@acme.test', role: 'administrator' },
  ],
  projects: [
    {
      key: 'churn',
      name: 'Churn prediction',
      description: 'Tells which customers are about to leave.',
      tags: ['production'],
      creator: 'lead@acme.test',
    },
    { key: 'summaries', name: 'Summaries', creator: 'scientist@acme.test' },
    { key: 'sandbox', name: 'Sandbox', creator: 'engineer@acme.test' },
    { key: 'pilot', name: 'Pilot', creator: 'operations@acme.test' },
    { key: 'notes', name: 'Notes', creator: 'lead@acme.test' },
  ],
  artifacts: [
    {
      kind: 'dataset',
      name: 'customers-2025',
      project: 'churn',
      creator: 'lead@acme.test',
      data: { rows: 120_000 },
    },
    {
      kind: 'experiment',
      name: 'churn-baseline',
      project: 'churn',
      creator: 'scientist@acme.test',
      data: { epochs: 3 },
    },
    { kind: 'model', name: 'churn-small', project: 'churn', creator: 'scientist@acme.test' },
    { kind: 'dataset', name: 'letters-2025', project: 'summaries', creator: 'scientist@acme.test' },
    {
      kind: 'experiment',
      name: 'summary-trial',
      project: 'summaries',
      creator: 'scientist@acme.test',
    },
    { kind: 'model', name: 'toy', project: 'sandbox', creator: 'engineer@acme.test' },
    { kind: 'experiment', name: 'load-test', project: 'pilot', creator: 'operations@acme.test' },
    { kind: 'dataset', name: 'shared-vocabulary', project: null, creator: 'admin@acme.test' },
  ],
  personas: [
    { user: 'admin@acme.test', text: 'Administrator: may do everything' },
    { user: 'operations@acme.test', text: 'Administrator too, so that either may leave' },
    { user: 'lead@acme.test', text: 'Creator, whose project holds others’ artifacts' },
    { user: 'scientist@acme.test', text: 'Creator, who made all that is in a project' },
    { user: 'engineer@acme.test', text: 'Creator, who accepted an invitation' },
    { user: 'viewer@acme.test', text: 'Viewer, a role that is not yet available' },
    { user: 'invited@acme.test', text: 'invited as a creator, has not answered' },
  ],
} satisfies Scenario
