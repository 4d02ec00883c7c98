import { languages } from '../../../../schema/languages.ts';

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Shells: what stands in such a block is mostly how to run the code, not the code. */
export const shellNames = names(
  'sh bash shell zsh fish ksh csh dash bat batch cmd dos powershell pwsh ps1 console terminal shell-session sh-session',
);

/** What a program reads or prints, and other text that is mostly beside the code. */
export const textNames = names(
  'text txt plaintext plain none json yaml csv ini env diff patch markdown md mermaid dot tree',
);

/** What a program has printed: never code. */
export const outputNames = names('output out stdout stderr result results log logs traceback error');

/** Every name of every language that can be asked for. */
export const languageNames: ReadonlySet<string> = new Set(
  Object.values(languages).flatMap(({ fences }) => [...fences]),
);

const fenceNames = new Set([...languageNames, ...shellNames, ...textNames, ...outputNames]);

/** Whether this is a usual name behind an opening fence. */
export function isFenceName(name: string): boolean {
  return fenceNames.has(name);
}
