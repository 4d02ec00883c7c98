import type { ResolverSettings } from './request/resolver-settings.ts';

/** What a variable of AppSync holds at most, in characters (https://docs.aws.amazon.com/appsync/latest/devguide/environment-variables.html). */
const LONGEST_VALUE = 512;
/** AppSync takes 50 variables; one of them is the table's name. */
const MOST_PIECES = 49;

/** The variables of the resolvers on both hosts: `TABLE`, and the settings in `SETTINGS_01` and on. */
export type ResolverVariables = Record<string, string>;

/**
 * The variables that tell the resolvers where they run. The table's name has one of its own, because on AWS it is known
 * only when it is deployed: a placeholder for it would be cut in two here.
 * @throws Error the settings need more than 49 variables, or hold a placeholder of the CDK
 */
export function settingsVariables(settings: ResolverSettings, tableName: string): ResolverVariables {
  const text = inAscii(JSON.stringify(settings));
  if (text.includes('${Token[')) {
    throw new Error(`The settings of the resolvers hold a value that only a deployment knows: ${text}`);
  }
  const pieces = text.match(new RegExp(`.{1,${LONGEST_VALUE}}`, 'g')) ?? [];
  if (pieces.length > MOST_PIECES) {
    throw new Error(
      `The settings of the resolvers are ${text.length} characters long; allowed are ${MOST_PIECES * LONGEST_VALUE}.`,
    );
  }
  const numbered = pieces.map((piece, index) => [`SETTINGS_${String(index + 1).padStart(2, '0')}`, piece]);
  return { TABLE: tableName, ...Object.fromEntries(numbered) };
}

/** Each other character as JSON may write it, because it is not known whether AppSync counts bytes or characters. */
function inAscii(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
