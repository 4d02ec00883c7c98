/** What the first view of the page does without, so that it is there sooner. */
export { DeleteDialog, HelpDialog } from './dialogs.tsx';
export { OpenSnippet } from './open-snippet.tsx';
