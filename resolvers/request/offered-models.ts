/** The models of this deployment, the default first. */
export function offeredModels(env: Record<string, string>): string[] {
  return (env['MODELS'] ?? '').split(' ');
}

/** The one that is asked when the caller names none. */
export function defaultModel(env: Record<string, string>): string {
  return offeredModels(env)[0] ?? '';
}
