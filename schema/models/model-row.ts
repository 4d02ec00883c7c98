import type { Sampling } from '../types.generated.ts';

/** Whether a model thinks before it writes. Its thoughts are charged as output and count against the token limit. */
export type Thinking =
  /** The model does not think unless a request asks for it, which this system never does. */
  | 'never'
  /** The model always thinks, and no request can prevent it. */
  | 'always'
  /** The model thinks unless a request limits it. `least` is the value of the field `thinking` that limits it most. */
  | { readonly least: string };

/** US dollars for a million tokens, read and written. */
export type PricePair = readonly [input: number, output: number];

/** The on-demand prices of a model, by the way in which it is called. Prices that are not known are absent. */
export interface Prices {
  /** The public page they were read on. */
  readonly source: string;
  readonly global?: PricePair;
  /** The price through a profile that stays in one part of the world. */
  readonly geography?: PricePair;
  /** The price by its own id, in a region of the United States or elsewhere. */
  readonly inUnitedStates?: PricePair;
  readonly elsewhere?: PricePair;
}

/** The facts about a model, or about a family of models. */
export interface ModelRow {
  /** The beginning of the model's id, without the prefix of an inference profile. */
  readonly begins: string;
  /** Which sampling parameters it takes. */
  readonly sampling: Sampling;
  readonly stopSequences: boolean;
  readonly thinking: Thinking;
  /** The most tokens of one answer, or null if this is not known. */
  readonly maxTokens: number | null;
  /** The prefixes of its inference profiles, or null if they are not known. */
  readonly profiles: readonly string[] | null;
  /**
   * Where it can be called by its own id: everywhere it is offered, nowhere, or in these regions. It is null if this
   * is not known.
   */
  readonly onDemand: 'everywhere' | 'nowhere' | readonly string[] | null;
  readonly prices: Prices | null;
  /** The public page that this was read on. */
  readonly source: string;
}
