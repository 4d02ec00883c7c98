import type { Model } from '../../snippet.ts';
import { countOf } from '../count-of.ts';
import { MODEL_COMMAND } from '../page-texts.ts';

interface ModelNoteProps {
  readonly model: Model;
  readonly refining: boolean;
}

/** What the chosen model is: its limit and price; of the cookbook, that it is none, and how to get one. */
export function ModelNote({ model, refining }: ModelNoteProps) {
  if (isCookbook(model)) {
    return (
      <p class="model-note">
        The cookbook is no AI: it has known programs for known tasks{refining ? ', and cannot change one' : ''}. Get a
        real model with <code class="command">{MODEL_COMMAND}</code>
      </p>
    );
  }
  const limit = model.maxTokens === null ? undefined : `writes at most ${countOf(model.maxTokens)} tokens`;
  const price =
    model.inputPrice === null || model.outputPrice === null
      ? undefined
      : `$${model.inputPrice} in and $${model.outputPrice} out for a million tokens`;
  const facts = [limit, price].filter((fact) => fact !== undefined);
  return facts.length === 0 ? null : <p class="model-note">{facts.join(' · ')}</p>;
}

/** The id of the model that is built in to the host on one's own machine. */
export function isCookbook({ id }: Pick<Model, 'id'>): boolean {
  return id === 'cookbook';
}
