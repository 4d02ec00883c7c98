/**
 * Tokens that a model on this machine has for a prompt and its answer together. Memory grows with it; the longest answer
 * that the API asks for by default, and a prompt, fit in.
 */
export const CONTEXT_TOKENS = 16_384;
