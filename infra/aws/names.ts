/** `generate-snippet` as `GenerateSnippet`, for construct ids. */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|\W)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `generate-snippet` as `generateSnippet`, for what AppSync names without dashes. */
export function camelCase(name: string): string {
  return name.replace(/\W(\w)/g, (_, letter: string) => letter.toUpperCase());
}
