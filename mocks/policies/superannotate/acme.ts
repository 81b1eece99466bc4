import type { Scenario } from '../scenario.ts'

const everything = {
  view_token: true,
  run_training: true,
  orchestrate: true,
  explore: true,
} as const

/** One team with admins who were granted everything, nothing and something no more, and two projects. */
export const acme = {
  name: 'acme',
  description:
    'Acme: one team, admins with and without grants, Project Admins, and runs from before and after a revocation.',
  organization: {
    name: 'Acme',
    description: 'Annotates everything.',
    plan: { name: 'enterprise', features: ['explore'] },
  },
  users: [
    { email: 'admin@acme.test', name: 'Acme Owner', role: 'owner' },
    { email: 'granted@acme.test', name: 'Granted Admin', role: 'admin', grants: everything },
    {
      email: 'revoked@acme.test',
      name: 'Revoked Admin',
      role: 'admin',
      grants: { explore: true },
      revoked: { run_training: 'segmenter-run-2' },
    },
    { email: 'plain@acme.test', name: 'Plain Admin', role: 'admin' },
    { email: 'project-admin@acme.test', name: 'Project Admin', role: 'contributor' },
    { email: 'explorer@acme.test', name: 'Exploring Project Admin', role: 'contributor' },
    { email: 'former-admin@acme.test', name: 'Former Project Admin', role: 'contributor' },
    { email: 'annotator@acme.test', name: 'Annotator', role: 'contributor' },
    { email: 'reviewer@acme.test', name: 'Reviewer', role: 'contributor' },
    { email: 'labeler@acme.test', name: 'Labeler', role: 'contributor' },
    { email: 'newcomer@acme.test', name: 'Newcomer', role: 'contributor' },
    { email: 'paused@acme.test', name: 'Paused', role: 'contributor', paused: true },
  ],
  invitations: [
    { email: 'invited@acme.test', role: 'contributor', message: 'Come and annotate with us.' },
    { email: 'invited-admin@acme.test', role: 'admin' },
    { email: 'declined@acme.test', role: 'contributor', status: 'rejected' },
    { email: 'uninvited@acme.test', role: 'contributor', status: 'withdrawn' },
    { email: 'annotator@acme.test', role: 'contributor', status: 'accepted' },
  ],
  tokens: [{ name: 'Python SDK', creator: 'admin@acme.test' }],
  projects: [
    {
      key: 'street-scenes',
      name: 'Street scenes',
      description: 'Boxes around whatever moves.',
      tags: ['vision'],
      creator: 'granted@acme.test',
    },
    { key: 'receipts', name: 'Receipts', tags: ['text'], creator: 'plain@acme.test' },
  ],
  members: [
    {
      project: 'street-scenes',
      subject: { type: 'user', id: 'project-admin@acme.test' },
      roles: { project: 'project_admin' },
      rights: ['download'],
    },
    {
      project: 'street-scenes',
      subject: { type: 'user', id: 'explorer@acme.test' },
      roles: { project: 'project_admin' },
      grants: { explore: true },
    },
    {
      project: 'street-scenes',
      subject: { type: 'user', id: 'former-admin@acme.test' },
      roles: { project: 'project_contributor' },
    },
    {
      project: 'street-scenes',
      subject: { type: 'user', id: 'annotator@acme.test' },
      roles: { project: 'project_contributor' },
    },
    {
      project: 'receipts',
      subject: { type: 'user', id: 'reviewer@acme.test' },
      roles: { project: 'project_admin' },
    },
    {
      project: 'receipts',
      subject: { type: 'user', id: 'labeler@acme.test' },
      roles: { project: 'project_contributor' },
    },
  ],
  artifacts: [
    { kind: 'orchestrate', name: 'pipelines', project: null, creator: 'admin@acme.test' },
    {
      kind: 'dataset',
      name: 'crossings',
      project: 'street-scenes',
      creator: 'granted@acme.test',
      data: { images: 12_000 },
    },
    {
      kind: 'dataset',
      name: 'receipts-2025',
      project: 'receipts',
      creator: 'plain@acme.test',
      data: { images: 4_500 },
    },
    {
      kind: 'training_run',
      name: 'segmenter-run-1',
      project: null,
      creator: 'revoked@acme.test',
      data: { epochs: 20 },
    },
    {
      kind: 'training_run',
      name: 'segmenter-run-2',
      project: null,
      creator: 'granted@acme.test',
      data: { epochs: 40 },
    },
  ],
  personas: [
    { user: 'admin@acme.test', text: 'Team Owner: may do everything' },
    { user: 'granted@acme.test', text: 'Team Admin with every grant' },
    { user: 'revoked@acme.test', text: 'Team Admin whose run_training was revoked' },
    { user: 'plain@acme.test', text: 'Team Admin without any grant' },
    { user: 'project-admin@acme.test', text: 'Project Admin of street-scenes' },
    { user: 'explorer@acme.test', text: 'Project Admin of street-scenes, granted explore' },
    { user: 'former-admin@acme.test', text: 'contributor who is no longer Project Admin' },
    { user: 'annotator@acme.test', text: 'contributor on street-scenes' },
    { user: 'reviewer@acme.test', text: 'Project Admin of receipts' },
    { user: 'newcomer@acme.test', text: 'contributor on no project' },
    { user: 'paused@acme.test', text: 'contributor whose membership is paused' },
    { user: 'invited@acme.test', text: 'invited, and has not answered yet' },
  ],
} satisfies Scenario
