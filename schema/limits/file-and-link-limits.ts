/** The files of finished snippets. */
export const snippetFiles = {
  /** Every object key begins with it. */
  folder: 'code-output/',
  /** Most units of the instruction in a file's name. */
  slugUnits: 48,
  linkSeconds: 300,
} as const;
