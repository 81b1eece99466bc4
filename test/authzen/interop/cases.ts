/** The number of cases in the working group's files of expected results, by scenario. */
export const interopCases = {
  // 40 evaluations and 3 batches.
  Todo: 43,
  // 60 searches for subjects, 18 for resources and 120 for actions.
  Search: 198,
  IdP: 6,
} as const
