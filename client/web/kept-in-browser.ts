import type { GenerateRequest, RefineRequest } from '../calls.ts';
import type { Language } from '../../schema/types.generated.ts';

/** What a person has written and not sent yet. */
export interface Draft {
  readonly instruction: string;
  readonly language: Language;
  /** Empty: the default of the API. */
  readonly model: string;
}

/** A request that is under way, to be sent again under the same id by a page that was loaded anew before it was accepted. */
export interface Pending {
  readonly id: string;
  readonly request: GenerateRequest | RefineRequest;
}

export const keptDraft = createKept<Draft>('sessionStorage', 'snipstream.draft');
export const keptPending = createKept<Pending>('sessionStorage', 'snipstream.pending');
export const keptTheme = createKept<'light' | 'dark'>('localStorage', 'snipstream.theme');
export const keptWrap = createKept<boolean>('localStorage', 'snipstream.wrap');
export const keptKeys = createKept<boolean>('localStorage', 'snipstream.keys');

interface Kept<Value> {
  read(): Value | undefined;
  write(value: Value | undefined): void;
}

/** A value that outlives the page; where the browser keeps nothing, it is simply not there. */
function createKept<Value>(storage: 'sessionStorage' | 'localStorage', key: string): Kept<Value> {
  return {
    read() {
      try {
        const text = globalThis[storage].getItem(key);
        return text === null ? undefined : (JSON.parse(text) as Value);
      } catch {
        return undefined;
      }
    },
    write(value) {
      try {
        if (value === undefined) globalThis[storage].removeItem(key);
        else globalThis[storage].setItem(key, JSON.stringify(value));
      } catch {
        return;
      }
    },
  };
}
