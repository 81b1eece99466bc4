/** Counts the faults that a message leaves out. */
export function moreFaults(count: number): string {
  if (count === 0) return ''
  return count === 1 ? ' There is 1 more fault.' : ` There are ${count} more faults.`
}
