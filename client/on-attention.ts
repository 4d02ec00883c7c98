/** Of the platform's global object; a browser has it, Node has not. */
interface Platform {
  addEventListener?(type: 'focus' | 'online', listener: () => void, options: { signal: AbortSignal }): void;
}

/** Calls `look` when the user comes back to the page, and when there is a network again. */
export function onAttention(look: () => void, signal: AbortSignal): void {
  const platform = globalThis as Platform;
  for (const type of ['focus', 'online'] as const) platform.addEventListener?.(type, look, { signal });
}
