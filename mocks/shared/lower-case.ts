const upperCase = /[A-Z]/

/**
 * A text with its ASCII letters in lower case, as e-mail addresses are compared. JavaScript's own way
 * changes other letters too: the Kelvin sign (U+212A) becomes a `k`, and somebody else's address.
 */
export const lowerCase = (text: string): string =>
  upperCase.test(text) ? text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text
