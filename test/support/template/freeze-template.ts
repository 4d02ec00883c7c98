import { writeFileSync } from 'node:fs';
import { frozenFile, frozenSettings } from './frozen-template.ts';
import { identitiesOf } from './replacements.ts';
import { synthesize } from './template.ts';

/** `npm run freeze:template`: writes down what the current version deploys. Done once, when a version is released. */
const stack = await synthesize(frozenSettings);
writeFileSync(frozenFile, `${JSON.stringify(identitiesOf(stack.template), null, 2)}\n`);
stack.dispose();
