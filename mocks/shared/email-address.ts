const pattern =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i

/** Whether a text is an e-mail address by the API's document, in any letter case. */
export const isEmailAddress = (text: string): boolean => text.length <= 254 && pattern.test(text)

/** The predicate of a message about a text that is not one. */
export const mustBeEmail = 'must be an e-mail address, such as reviewer@acme.test.'
