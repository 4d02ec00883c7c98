import type { RefusedError } from '../../client-errors.ts';
import { errorText } from '../page-texts.ts';

/** Why the API did not take a request, beside the form that it came from. */
export function RefusalNote({ refused }: { readonly refused: RefusedError }) {
  const { title, detail } = errorText(refused);
  return (
    <p class="refusal" id="ask-refusal" role="alert">
      <strong>{title}</strong> {detail}
    </p>
  );
}
