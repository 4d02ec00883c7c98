'use client';

export type { CodeToken, Highlighter, SnippetCodeProps } from './snippet-code-props.ts';
export { SnippetCode } from './snippet-code.ts';
export { SnipstreamProvider, type SnipstreamProviderProps } from './use-client.ts';
export { useConnection } from './use-connection.ts';
export { useModels } from './use-models.ts';
export { useSnippet, type UseSnippet, type UseSnippetOptions } from './use-snippet.ts';
export { useSnippets, type UseSnippets } from './use-snippets.ts';
