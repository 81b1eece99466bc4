const upperCase = /[A-Z]/

/**
 * Lower-cases the ASCII letters of a text, to compare e-mail addresses. `toLowerCase` changes other letters
 * too: it makes a `k` of the Kelvin sign (U+212A), and so another person's address.
 */
export const lowerCase = (text: string): string =>
  upperCase.test(text) ? text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text
