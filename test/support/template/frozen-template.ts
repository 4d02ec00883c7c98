import { fileURLToPath } from 'node:url';

/** The stack with everything that it can have, and nothing that empties itself. */
export const frozenSettings = { stage: 'prod', alarmEmail: 'someone@example.com' };

/** What version 0.2.0 deploys with these settings, as `identitiesOf` gives it. */
export const frozenFile = fileURLToPath(new URL('../recorded/template-0.2.0.json', import.meta.url));
