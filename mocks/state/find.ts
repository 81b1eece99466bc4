/** The record that earlier checks found to exist. */
export function found<T>(record: T | undefined): T {
  if (record === undefined) throw new Error('The operation works on something that does not exist.')
  return record
}
