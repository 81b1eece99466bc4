export default {
  // The package is ESM, and Jest need not rewrite it.
  transform: {},
}
