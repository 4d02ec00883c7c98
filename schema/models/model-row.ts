import type { Sampling } from '../types.generated.ts';

/** How a model thinks before it writes. What it thinks is paid for as output and counts against the token limit. */
export type Thinking =
  /** Not at all, or only when it is told to, which this system never does. */
  | 'never'
  /** Always; nothing switches it off. */
  | 'always'
  /** Unless it is told otherwise: the value of its request field `thinking` that leaves the least of it. */
  | { readonly least: string };

/** US dollars for a million tokens, read and written. */
export type PricePair = readonly [input: number, output: number];

/** On-demand prices by the way a model is asked. What is not known is not there. */
export interface Prices {
  /** The public page they were read on. */
  readonly source: string;
  readonly global?: PricePair;
  /** Through a profile that stays in one part of the world. */
  readonly geography?: PricePair;
  /** By its own id, in a region of the United States; elsewhere. */
  readonly inUnitedStates?: PricePair;
  readonly elsewhere?: PricePair;
}

/** What is known of a model, or of a family of models. */
export interface ModelRow {
  /** The beginning of the model's id, without the prefix of an inference profile. */
  readonly begins: string;
  /** Which sampling parameters it takes. */
  readonly sampling: Sampling;
  readonly stopSequences: boolean;
  readonly thinking: Thinking;
  /** Most tokens of one answer; null: not known. */
  readonly maxTokens: number | null;
  /** Prefixes of the inference profiles that it has; null: not known. */
  readonly profiles: readonly string[] | null;
  /** Where it is asked by its own id: everywhere it is offered, nowhere, or in these regions; null: not known. */
  readonly onDemand: 'everywhere' | 'nowhere' | readonly string[] | null;
  readonly prices: Prices | null;
  /** The public page that this was read on. */
  readonly source: string;
}
