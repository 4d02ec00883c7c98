import type { GenerationOptions } from '../schema/types.generated.ts';
import { checkId, checkRange, quoted, refuse } from './input.ts';

/** What the caller may set and the model is told; null where nothing was set. */
export interface CheckedOptions {
  model: string | null;
  maxTokens: number | null;
  temperature: number | null;
  topP: number | null;
  stopSequences: string[] | null;
}

/** Refuses what cannot be meant, before any money is spent. Absent and null come out the same. */
export function checkedOptions(options: GenerationOptions, env: Record<string, string>): CheckedOptions {
  if (options.id) checkId('options.id', options.id);
  if (options.id === '') refuse('options.id', quoted(''), 'a lower-case UUID');
  const model = options.model ?? null;
  if (model !== null && model !== env['DEFAULT_MODEL']) {
    refuse('options.model', quoted(model), quoted(env['DEFAULT_MODEL'] ?? ''));
  }
  checkRange('options.maxTokens', options.maxTokens, 1, 128000);
  checkRange('options.temperature', options.temperature, 0, 1);
  checkRange('options.topP', options.topP, 0, 1);
  checkRange('options.waitSeconds', options.waitSeconds, 0, 25);
  return {
    model,
    maxTokens: options.maxTokens ?? null,
    temperature: options.temperature ?? null,
    topP: options.topP ?? null,
    stopSequences: checkedStopSequences(options.stopSequences ?? []),
  };
}

function checkedStopSequences(texts: string[]): string[] | null {
  if (texts.length > 4) refuse('options.stopSequences', `a list of ${texts.length}`, 'at most 4');
  for (const text of texts) {
    if (text.length < 1 || text.length > 100) {
      refuse('options.stopSequences', `with a text of ${text.length} UTF-16 units`, '1 to 100 units each');
    }
  }
  return texts.length > 0 ? texts : null;
}
