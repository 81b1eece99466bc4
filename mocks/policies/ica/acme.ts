import type { Scenario } from '../scenario.ts'

const member = (name: string, title: string, teams: readonly string[] = []) => ({
  email: `${name}@acme.test`,
  name: title,
  role: 'member',
  teams: Object.fromEntries(teams.map((team) => [team, 'workgroup_member'])),
})

const user = (id: string) => ({ type: 'user' as const, id })
const workgroup = (id: string) => ({ type: 'team' as const, id })
const address = (id: string) => ({ type: 'email' as const, id })

const seeing = { project: 'viewer', flow: 'viewer', base: 'viewer', bench: 'none' }
const working = {
  project: 'contributor',
  flow: 'contributor',
  base: 'contributor',
  bench: 'contributor',
}
const administering = { ...working, project: 'administrator', bench: 'administrator' }

const artifact = (kind: string, name: string, creator: string, project = 'genomes') => ({
  kind,
  name,
  project,
  creator: `${creator}@acme.test`,
})

/** A tenant with two workgroups and three projects, and somebody in every position that matters. */
export const acme = {
  name: 'acme',
  description:
    'Acme: two workgroups, three projects shared with people, addresses and workgroups, and somebody in every position.',
  organization: {
    name: 'Acme',
    description: 'Reads genomes.',
    plan: { name: 'enterprise', features: [] },
  },
  teams: [
    { key: 'lab', name: 'Sequencing lab' },
    { key: 'statistics', name: 'Statistics' },
  ],
  users: [
    {
      email: 'admin@acme.test',
      name: 'Acme Admin',
      role: 'tenant_administrator',
      teams: { lab: 'workgroup_member' },
    },
    { email: 'tenant@acme.test', name: 'Tenant Administrator', role: 'tenant_administrator' },
    member('owner', 'Project Owner'),
    member('former', 'Former Owner'),
    member('lead', 'Project Administrator'),
    member('engineer', 'Contributor'),
    member('analyst', 'Viewer'),
    member('courier', 'Viewer with both rights'),
    member('provider', 'Data Provider'),
    member('guest', 'No Access in any category'),
    member('scientist', 'In the lab', ['lab']),
    member('statistician', 'In the lab and in statistics', ['lab', 'statistics']),
    member('bench', 'Viewer, Bench Contributor'),
    member('invited', 'Invited by e-mail'),
    member('accepted', 'Accepted by e-mail'),
    member('rejected', 'Rejected by e-mail'),
    member('stranger', 'On no project'),
    { email: 'newcomer@acme.test', name: 'Not yet active', status: 'pending', role: 'member' },
  ],
  projects: [
    {
      key: 'genomes',
      name: 'Genomes',
      description: 'Reads whole genomes.',
      tags: ['production'],
      owner: 'owner@acme.test',
      creator: 'former@acme.test',
    },
    {
      key: 'trials',
      name: 'Clinical trials',
      tags: ['production', 'clinical'],
      creator: 'lead@acme.test',
    },
    { key: 'archive', name: 'Archive', creator: 'admin@acme.test' },
  ],
  members: [
    {
      project: 'genomes',
      subject: user('admin@acme.test'),
      roles: administering,
      rights: ['upload', 'download'],
    },
    { project: 'genomes', subject: user('former@acme.test'), roles: seeing },
    { project: 'genomes', subject: user('lead@acme.test'), roles: administering },
    {
      project: 'genomes',
      subject: user('engineer@acme.test'),
      roles: working,
      rights: ['upload'],
    },
    { project: 'genomes', subject: user('analyst@acme.test'), roles: seeing },
    {
      project: 'genomes',
      subject: user('courier@acme.test'),
      roles: { project: 'viewer' },
      rights: ['upload', 'download'],
    },
    {
      project: 'genomes',
      subject: user('provider@acme.test'),
      roles: { project: 'data_provider' },
      rights: ['upload'],
    },
    {
      project: 'genomes',
      subject: user('guest@acme.test'),
      roles: { project: 'none', flow: 'none', base: 'none', bench: 'none' },
    },
    { project: 'genomes', subject: workgroup('lab'), roles: { ...seeing, flow: 'contributor' } },
    {
      project: 'genomes',
      subject: workgroup('statistics'),
      roles: { project: 'data_provider', base: 'contributor' },
      rights: ['download'],
    },
    {
      project: 'genomes',
      subject: user('bench@acme.test'),
      roles: { project: 'viewer', bench: 'contributor' },
    },
    { project: 'genomes', subject: address('invited@acme.test'), roles: seeing },
    {
      project: 'genomes',
      subject: address('accepted@acme.test'),
      roles: seeing,
      status: 'accepted',
    },
    {
      project: 'genomes',
      subject: address('rejected@acme.test'),
      roles: seeing,
      status: 'rejected',
    },
    { project: 'genomes', subject: address('partner@clinic.test'), roles: { project: 'viewer' } },
    { project: 'trials', subject: workgroup('statistics'), roles: seeing },
    { project: 'trials', subject: user('engineer@acme.test'), roles: { project: 'contributor' } },
  ],
  artifacts: [
    artifact('connector', 'sequencer-1', 'provider'),
    { ...artifact('data', 'sample-1.bam', 'engineer'), data: { bytes: 120_000_000_000 } },
    { ...artifact('data', 'reference.fa', 'owner'), attachedTo: ['trials'] },
    artifact('sample', 'sample-1', 'engineer'),
    artifact('notification_subscription', 'when-a-run-ends', 'engineer'),
    artifact('notification_channel', 'mail-to-the-lab', 'lead'),
    artifact('analysis', 'alignment-1', 'scientist'),
    artifact('pipeline', 'align-and-call', 'scientist'),
    artifact('tool', 'aligner', 'scientist'),
    artifact('docker_image', 'aligner-image', 'engineer'),
    artifact('table', 'variants', 'engineer'),
    artifact('query', 'rare-variants', 'analyst'),
    artifact('workspace', 'big-machine', 'lead'),
    artifact('notebook', 'quality-check', 'lead'),
    artifact('data', 'trial-1.vcf', 'lead', 'trials'),
    artifact('table', 'patients', 'lead', 'trials'),
    artifact('data', 'old-run.bam', 'admin', 'archive'),
  ],
  personas: [
    {
      user: 'admin@acme.test',
      text: 'tenant administrator, administrator in every category with both rights on genomes',
    },
    { user: 'tenant@acme.test', text: 'tenant administrator on no project team' },
    { user: 'owner@acme.test', text: 'owner of genomes, without an entry' },
    { user: 'former@acme.test', text: 'made genomes and owned it, a viewer now' },
    { user: 'lead@acme.test', text: 'Administrator on genomes without rights, owner of trials' },
    { user: 'engineer@acme.test', text: 'Contributor in every category, may upload' },
    { user: 'analyst@acme.test', text: 'Viewer' },
    { user: 'courier@acme.test', text: 'Viewer who may upload and download' },
    { user: 'provider@acme.test', text: 'Data Provider who may upload' },
    { user: 'bench@acme.test', text: 'Viewer, Bench Contributor' },
    { user: 'guest@acme.test', text: 'No Access in every category' },
    { user: 'scientist@acme.test', text: 'in workgroup lab' },
    { user: 'statistician@acme.test', text: 'in workgroups lab and statistics' },
    { user: 'invited@acme.test', text: 'has not answered yet' },
    { user: 'accepted@acme.test', text: 'accepted by e-mail' },
    { user: 'rejected@acme.test', text: 'rejected by e-mail' },
    { user: 'stranger@acme.test', text: 'on no project' },
  ],
} satisfies Scenario
