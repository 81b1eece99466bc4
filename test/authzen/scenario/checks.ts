/** The certification levels of the scenario. Fixture and transport belong to all of them. */
export type Level =
  | 'All levels'
  | 'Basic Core'
  | 'Basic Properties'
  | 'Batch Core'
  | 'Batch Properties'
  | 'Search Core'
  | 'Search Properties'
  | 'Discovery'

const of = (level: Level, checks: Readonly<Record<string, string>>) =>
  Object.entries(checks).map(([id, says]) => ({ id, level, says }))

/**
 * The checks of the certification scenario for the AuthZEN Authorization API 1.0 by their ids, in our
 * words. Its transport requirements (c-5) are a list without ids: they have its numbers.
 */
export const checks = [
  ...of('All levels', {
    'c-1-4': 'the eight decisions of the fixture',
    'c-1-5': 'the six searches of the fixture',
  }),
  ...of('Basic Core', {
    'c-2-1': 'the endpoint of evaluations is there',
    'c-2-2-1': 'a permit',
    'c-2-2-2': 'a denial',
    'c-2-2-3': 'a context changes nothing',
    'c-2-2-8': 'further properties change nothing',
    'c-2-2-9': 'unknown fields change nothing',
    'c-2-3-1': 'an answer has a boolean decision',
    'c-2-3-2': 'the context of an answer is an object',
    'c-2-4-1': 'a missing entity is a 400',
    'c-2-4-2': 'a missing key of an entity is a 400',
    'c-2-4-3': 'another content type is a 400',
    'c-2-4-4': 'a body that is not JSON is a 400',
    'c-2-4-5': 'an empty body is a 400',
    'c-2-4-6': 'a value of another type is a 400',
    'c-2-5-1': 'a request identifier comes back',
    'c-2-5-2': 'a request without identifier succeeds',
    'c-2-6': 'the same question gets the same answer',
  }),
  ...of('Basic Properties', {
    'c-2-2-4': 'a denial by a property of the resource',
    'c-2-2-5': 'a permit by a property of the subject',
    'c-2-2-6': 'a permit by a property of the action',
    'c-2-2-7': 'a denial by a property of the action',
  }),
  ...of('Batch Core', {
    'c-3-1': 'the endpoint of batches is there',
    'c-3-2-1': 'several evaluations with defaults',
    'c-3-2-2': 'a permit and a denial, in order',
    'c-3-2-5': 'several evaluations without defaults',
    'c-3-2-6': 'a context from the top, and one of its own',
    'c-3-3-1': 'as many answers as evaluations',
    'c-3-3-2': 'answers in the order of the evaluations',
    'c-3-3-3': 'each answer has a boolean decision',
    'c-3-3-4': 'an answer with evaluations has no decision at the top',
    'c-3-4-1': 'an evaluation that lacks an entity is denied at its place',
    'c-3-4-2': 'a batch without evaluations is one evaluation',
    'c-3-4-3': 'a batch with none is one evaluation',
  }),
  ...of('Batch Properties', {
    'c-3-2-3': 'properties of each resource',
    'c-3-2-4': 'properties of each subject',
    'c-3-2-7': 'an entity replaces the default as a whole',
  }),
  ...of('Search Core', {
    'c-4-1': 'the endpoints of searches are there',
    'c-4-2-1': 'subjects',
    'c-4-2-2': 'subjects, with a context',
    'c-4-2-3': 'subjects, with the id of one',
    'c-4-3-1': 'resources',
    'c-4-3-2': 'resources, with a context',
    'c-4-3-3': 'resources, with the id of one',
    'c-4-4-1': 'actions',
    'c-4-4-2': 'actions, with a context',
    'c-4-5-1': 'a page with a limit',
    'c-4-5-2': 'the page of a token',
    'c-4-5-3': 'the form of a page',
    'c-4-5-4': 'everything fits on one page',
    'c-4-6-1': 'an unknown id finds nothing',
    'c-4-6-2': 'an unknown type finds nothing',
    'c-4-7-1': 'a missing entity is a 400',
    'c-4-7-2': 'a missing key of an entity is a 400',
  }),
  ...of('Search Properties', {
    'c-4-2-4': 'subjects, by a property of the resource',
    'c-4-3-4': 'resources, by a property of the subject',
    'c-4-4-3': 'actions, by properties of both',
  }),
  ...of('All levels', {
    'c-5-1': 'requests have the type application/json',
    'c-5-2': 'answers are 200 with the type application/json',
    'c-5-3': 'missing fields are a 400',
    'c-5-4': 'a request identifier is echoed',
    'c-5-5': 'unknown fields are ignored',
  }),
  ...of('Discovery', {
    'c-6-1': 'metadata is at the well-known path',
    'c-6-2': 'metadata is a 200 of type application/json',
    'c-6-3': 'metadata names the decision point and its endpoint',
    'c-6-4': 'metadata names further endpoints',
    'c-6-5': 'metadata is that of its URL, with https everywhere',
    'c-6-6': 'the default paths are those of metadata',
  }),
] as const

/** The title of a test of one check of the scenario. */
export function check(id: string): string {
  const found = checks.find((one) => one.id === id)
  if (found === undefined) throw new Error(`The scenario has no check ${id}.`)
  return `${id}: ${found.says}`
}
