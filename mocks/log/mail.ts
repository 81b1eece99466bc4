/** An e-mail that the platform would have sent. */
export interface Mail {
  /** By the mock's clock, ISO 8601. */
  readonly at: string
  /** The recipient's e-mail address. */
  readonly to: string
  /** The id of the invitation, or of the project entry, that it is about. */
  readonly invitation: string
  /** The message of the person who invites, if any. */
  readonly message?: string
}
