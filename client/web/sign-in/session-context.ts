import { createContext } from 'preact';
import type { Session } from './session.ts';

/** The session of whoever is signed in; undefined on a page that asks nobody to sign in. */
export const SessionOfPage = createContext<Session | undefined>(undefined);
