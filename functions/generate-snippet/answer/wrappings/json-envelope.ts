/**
 * The code in an object of JSON that a model took for the form of a tool's answer, `{"language": "python", "code": "…"}`.
 * Undefined when the text is none, or JSON was asked for.
 */
export function codeInJson(text: string, fenceNames: readonly string[]): string | undefined {
  if (fenceNames.includes('json') || !/^\s*\{/.test(text)) return undefined;
  try {
    const { code } = JSON.parse(text) as { code?: unknown };
    return typeof code === 'string' && code.trim() !== '' ? code : undefined;
  } catch {
    return undefined;
  }
}
