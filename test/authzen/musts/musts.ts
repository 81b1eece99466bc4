/** A requirement of the standard that must be met: a MUST, MUST NOT or REQUIRED of its text. */
export interface Must {
  /** The anchor of its section in https://openid.net/specs/authorization-api-1_0.html. */
  readonly section: string
  /**
   * Whom it binds: the decision point, which the mock is; the enforcement point, which the client is; or
   * authors of other texts, where the test shows that the mock adds nothing that would need one.
   */
  readonly binds: 'decision point' | 'enforcement point' | 'both' | 'other texts'
  /** What must hold. */
  readonly says: string
}

const server = (section: string, says: string): Must => ({ section, binds: 'decision point', says })
const client = (section: string, says: string): Must => ({
  section,
  binds: 'enforcement point',
  says,
})
const both = (section: string, says: string): Must => ({ section, binds: 'both', says })
const texts = (section: string, says: string): Must => ({ section, binds: 'other texts', says })

/** Every MUST of the final text of the OpenID AuthZEN Authorization API 1.0, in our words, in its order. */
export const musts = {
  'M-01': texts('api-version', 'additions leave the API of version 1.0 as it is'),
  'M-02': server('subject', 'a subject has a type, which is a string'),
  'M-03': server('subject', 'a subject has an id, which is a string'),
  'M-04': server('resource', 'a resource has a type, which is a string'),
  'M-05': server('resource', 'a resource has an id, which is a string'),
  'M-06': server('action', 'an action has a name, which is a string'),
  'M-07': server('decision', 'an answer has a decision, which is a boolean'),
  'M-08': both('decision', 'what is denied does not go forward'),
  'M-09': server('access-evaluation-request', 'an evaluation has a subject'),
  'M-10': server('access-evaluation-request', 'an evaluation has an action'),
  'M-11': server('access-evaluation-request', 'an evaluation has a resource'),
  'M-12': server('default-values', 'a part that an evaluation of a batch omits stands at the top'),
  'M-13': server(
    'search-pagination',
    'a page with more behind it has a next_token that is not empty',
  ),
  'M-14': both('search-pagination', 'entities and limit stay the same from page to page'),
  'M-15': both('search-pagination-request', 'nothing but the token changes from page to page'),
  'M-16': texts('search-pagination-request', 'further keys of a page are specified and declared'),
  'M-17': server(
    'search-pagination-response',
    'an answer without the entire result set has a page',
  ),
  'M-18': server('search-pagination-response', 'a page has a next_token, empty on the last page'),
  'M-19': server('search-response', 'a search has results, all of the type that it searches for'),
  'M-20': server('subject-search-request', 'a subject search has a subject with a type'),
  'M-21': server('subject-search-request', 'a subject search ignores the id of its subject'),
  'M-22': server('subject-search-request', 'a subject search has an action'),
  'M-23': server('subject-search-request', 'a subject search has a resource with a type and an id'),
  'M-24': server(
    'resource-search-request',
    'a resource search has a subject with a type and an id',
  ),
  'M-25': server('resource-search-request', 'a resource search has an action'),
  'M-26': server('resource-search-request', 'a resource search has a resource with a type'),
  'M-27': server('resource-search-request', 'a resource search ignores the id of its resource'),
  'M-28': server('action-search-request', 'an action search has a subject with a type and an id'),
  'M-29': server('action-search-request', 'an action search has a resource with a type and an id'),
  'M-30': server(
    'pdp-metadata-data-endpoint',
    'metadata has a policy_decision_point: an https URL without query and fragment',
  ),
  'M-31': server('pdp-metadata-data-endpoint', 'metadata has an access_evaluation_endpoint'),
  'M-32': server('pdp-metadata-data-sig', 'signed metadata is signed and has an issuer'),
  'M-33': client('pdp-metadata-data-sig', 'who supports signed metadata prefers its values'),
  'M-34': server(
    'pdp-metadata-access',
    'metadata is at the well-known path, inserted after the host',
  ),
  'M-35': both('pdp-metadata-access-request', 'metadata is asked for with GET'),
  'M-36': server('pdp-metadata-access-response', 'metadata is a 200 of type application/json'),
  'M-37': server('pdp-metadata-access-response', 'the body of metadata is a JSON object'),
  'M-38': client('pdp-metadata-access-response', 'unknown parameters of metadata are ignored'),
  'M-39': server('pdp-metadata-access-response', 'parameters without a value are omitted'),
  'M-40': both(
    'pdp-metadata-data-endpoint-validation',
    'policy_decision_point is the identifier that the metadata was asked of, or is not used',
  ),
  'M-41': client(
    'pdp-metadata-data-endpoint-validation',
    'who uses signed metadata validates its signature and issuer',
  ),
  'M-42': server('transport', 'the HTTPS JSON binding is implemented'),
  'M-43': both('transport-https-json', 'a request has the Content-Type application/json'),
  'M-44': both('transport-https-json', 'the body of a request is an object of the documented form'),
  'M-45': client('transport-https-json', 'a request goes to the endpoint that metadata names'),
  'M-46': both('transport-https-json-serialization', 'the top of every body is a JSON object'),
  'M-47': server(
    'transport-https-json-serialization',
    'an omitted attribute that is required is a 400',
  ),
  'M-48': both('transport-https-json-serialization', 'unknown fields are ignored'),
  'M-49': both('transport-https-json-serialization', 'the order of members does not matter'),
  'M-50': server('request-identification', 'an answer has a request identifier'),
  'M-51': server('request-identification', 'the identifier of an answer is that of its request'),
  'M-52': both('security-integrity-confidentiality', 'the connection is secured'),
  'M-53': server('security-sender-authentn-fail', 'a request without valid credentials is a 401'),
  'M-54': texts('iana-pdp-capabilities-template', 'the name of a capability begins with a colon'),
  'M-55': texts('iana-urn-namespace', 'sub-parameters of the URN are UTF-8 in URI encoding'),
} as const satisfies Record<string, Must>

export type MustId = keyof typeof musts
