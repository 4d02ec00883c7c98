import type { Language } from '../index.ts';

/** A piece of a line, with the class names that colour it. */
export type CodeToken = readonly [className: string, text: string];

/**
 * Colours code: for each line its tokens, which joined are the line with or without its end. It is asked again as the code grows,
 * one call at a time; a line is coloured while its text is still the one that was asked for, so it may take its time.
 */
export type Highlighter = (
  code: string,
  language: Language,
) => readonly (readonly CodeToken[])[] | Promise<readonly (readonly CodeToken[])[]>;

export interface SnippetCodeProps {
  readonly code: string;
  readonly language: Language;
  /** Whether more is to come. */
  readonly busy?: boolean | undefined;
  /**
   * The version before. The changes since are shown once the code is whole: removed lines as `del`, added ones as `ins`. Two
   * versions that have too little in common are not compared.
   */
  readonly before?: string | undefined;
  /** Whether long lines are wrapped. */
  readonly wrap?: boolean | undefined;
  readonly lineNumbers?: boolean | undefined;
  readonly className?: string | undefined;
  readonly highlight?: Highlighter | undefined;
}
