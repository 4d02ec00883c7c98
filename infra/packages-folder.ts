import { fileURLToPath } from 'node:url';

/** Where the packages of this project lie. */
export const packagesFolder = fileURLToPath(new URL('../node_modules', import.meta.url));
