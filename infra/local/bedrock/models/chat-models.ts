/**
 * Of the models that a server names, those that can answer in text, by their names: first those made for code. Names are
 * all that every server tells.
 */
export function chatModels(names: readonly string[]): string[] {
  const chatting = names.filter((name) => !/embed|rerank|whisper|\bbge\b/i.test(name));
  return [...chatting.filter(isForCode), ...chatting.filter((name) => !isForCode(name))];
}

function isForCode(name: string): boolean {
  return /code|devstral|starcoder/i.test(name);
}
