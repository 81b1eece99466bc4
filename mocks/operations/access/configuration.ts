import { operations } from '../../../src/generated/operations.ts'

/** The AuthZEN metadata: the URL of each endpoint. */
export function configuration(origin = 'https://rolecall.test'): Record<string, unknown> {
  return {
    policy_decision_point: origin,
    access_evaluation_endpoint: origin + operations['access.evaluate'].path,
    access_evaluations_endpoint: origin + operations['access.evaluateAll'].path,
    search_subject_endpoint: origin + operations['access.searchSubjects'].path,
    search_resource_endpoint: origin + operations['access.searchResources'].path,
    search_action_endpoint: origin + operations['access.searchActions'].path,
  }
}
