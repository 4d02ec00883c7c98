/** What a line of the functions' log says of a call that failed, by the names that functions/work-log.ts gives. */
interface LoggedFailure {
  readonly snippetId?: unknown;
  readonly model?: unknown;
  readonly errorName?: unknown;
  readonly status?: unknown;
  readonly sentence?: unknown;
}

/**
 * What a person at the terminal is told of a line of the functions' log: of a model or store that failed, or of a model that
 * refused a part of a request. Undefined for any other line.
 */
export function failureTold(line: string): string | undefined {
  const { snippetId, model, errorName, status, sentence } = parsed(line.slice(line.indexOf('{')));
  if (typeof snippetId !== 'string' || typeof sentence !== 'string') return undefined;
  const name = typeof errorName === 'string' ? ` ${errorName}${typeof status === 'number' ? ` ${status}` : ''}:` : '';
  return `${String(model)}:${name} ${sentence} (snippet ${snippetId})`;
}

function parsed(text: string): LoggedFailure {
  try {
    return (JSON.parse(text) ?? {}) as LoggedFailure;
  } catch {
    return {};
  }
}
