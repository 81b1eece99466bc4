/** A user's teams with the role in each, as text. */
export function listed(teams: Readonly<Record<string, string>>): string {
  const entries = Object.entries(teams)
  return entries.map(([team, role]) => `${team} (${role})`).join(' and ') || 'no team'
}
