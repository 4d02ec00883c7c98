import type { GenerationOptions } from '../../schema/types.generated.ts';

/** The options as they stand in the form; what is empty is left out. */
export function readOptions(form: HTMLFormElement): GenerationOptions {
  const fields = new FormData(form);
  const text = (name: string): string => String(fields.get(name) ?? '').trim();
  const options: GenerationOptions = {};
  for (const name of ['maxTokens', 'temperature', 'topP'] as const) {
    if (text(name) !== '') options[name] = Number(text(name));
  }
  const stops = text('stopSequences')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (text('repair') !== '') options.repair = text('repair') === 'true';
  if (stops.length > 0) options.stopSequences = stops;
  return options;
}
