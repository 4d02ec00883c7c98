export { createHistoryStore, type HistoryState, type HistoryStore } from './history-store.ts';
export { createModelsStore, type ModelsState, type ModelsStore } from './models-store.ts';
export { isBusy, type SnippetPhase, type SnippetState } from './snippet-state.ts';
export { createSnippetStore, type SnippetEnd, type SnippetStore, type SnippetStoreOptions } from './snippet-store.ts';
