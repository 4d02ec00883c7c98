/** What the first view of the page does without, so that it is there sooner. */
export { ChoiceFields } from './choice-fields.tsx';
export { DeleteDialog, HelpDialog } from './dialogs.tsx';
export { KnownTasks } from './known-tasks.tsx';
export { ModelNote } from './model-note.tsx';
export { OpenSnippet } from './open-snippet.tsx';
export { RefusalNote } from './refusal-note.tsx';
export { SnippetList } from './snippet-list.tsx';
export { UsageNote } from './usage-note.tsx';
export { readOptions } from '../read-options.ts';
