export type Theme = 'light' | 'dark' | undefined;

/** Shows the page in a theme; undefined: in that of the system. The style sheet has one set of colours for both. */
export function showTheme(theme: Theme): void {
  if (theme === undefined) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
