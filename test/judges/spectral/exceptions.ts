/** Findings of a rule that are no faults. */
export interface Exception {
  readonly rule: string
  /** The places in the document. */
  readonly at: RegExp
  readonly reason: string
}

/** The only exceptions: one that no finding needs is a finding itself. */
export const exceptions: readonly Exception[] = [
  {
    rule: 'owasp:api4:2023-string-limit',
    at: /^components\/(?:schemas|headers)\//,
    reason:
      'Every string that is sent has a limit: test/generator/limits.test.ts. A limit on a text that is answered would make clients refuse a good answer.',
  },
  {
    rule: 'owasp:api4:2023-string-restricted',
    at: /^(?:paths|components)\//,
    reason:
      'Ids, cursors and etags are opaque, so that a platform can make them as it likes. Names and descriptions are free text, and have a pattern where they are sent.',
  },
  {
    rule: 'owasp:api4:2023-integer-limit',
    at: /Problem\/properties\/status$/,
    reason: 'An enum of one status is its own limit.',
  },
  {
    rule: 'owasp:api4:2023-integer-format',
    at: /Problem\/properties\/status$/,
    reason: 'An enum of one status has no width.',
  },
  {
    rule: 'owasp:api8:2023-define-cors-origin',
    at: /\/headers$/,
    reason:
      'Which pages may call is decided where a platform is deployed; a mock has the option `cors`.',
  },
  {
    rule: 'owasp:api2:2023-no-credentials-in-url',
    at: /^paths\/\/v1\/tokens\/\{token\}\//,
    reason: 'The parameter `token` is the id of a token, which opens nothing.',
  },
  {
    rule: 'owasp:api2:2023-read-restricted',
    at: /authzen-configuration/,
    reason: 'AuthZEN has its metadata read without a token: it says where to ask.',
  },
  {
    rule: 'owasp:api8:2023-define-error-responses-401',
    at: /authzen-configuration/,
    reason: 'It needs no token.',
  },
  {
    rule: 'owasp:api8:2023-define-error-validation',
    at: /authzen-configuration/,
    reason: 'It takes nothing that could be invalid.',
  },
  {
    rule: 'owasp:api8:2023-no-server-http',
    at: /^servers\/0\/url$/,
    reason: 'The server is a mock on the own machine, which has no certificate.',
  },
  {
    rule: 'license-url',
    at: /^info\/license$/,
    reason: 'OpenAPI 3.1 has `identifier` instead, and forbids both.',
  },
  {
    rule: 'contact-properties',
    at: /^info\/contact$/,
    reason: 'The authors have no address beside the repository.',
  },
  {
    rule: 'openapi-tags-alphabetical',
    at: /^tags$/,
    reason: 'Taste: readers meet the organization and its roles before the audit.',
  },
]
