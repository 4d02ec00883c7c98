import { requestLimits } from '../../../schema/limits/request-limits.ts';
import type { Model } from '../../snippet.ts';

/** What can be set beside language and model; only what the model takes. Left empty, each is the API's own. */
export function OptionFields({ model }: { readonly model: Model }) {
  const most = model.maxTokens ?? requestLimits.mostTokens;
  return (
    <details class="options">
      <summary>Options</summary>
      <div class="option-fields">
        <label>
          Most tokens
          <input name="maxTokens" type="number" min="1" max={most} step="1" placeholder={`1 to ${most}`} />
        </label>
        {model.sampling !== 'NONE' && (
          <>
            <label>
              Temperature
              <input name="temperature" type="number" min="0" max="1" step="any" placeholder="0 to 1" />
            </label>
            <label>
              Top P
              <input name="topP" type="number" min="0" max="1" step="any" placeholder="0 to 1" />
            </label>
            {model.sampling === 'EITHER' && <p class="quiet">This model takes one of the two, not both.</p>}
          </>
        )}
        <label>
          Faults in the syntax
          <select name="repair">
            <option value="">as the API is set</option>
            <option value="true">ask the model once more</option>
            <option value="false">leave them</option>
          </select>
        </label>
        {model.takesStopSequences && (
          <label>
            Stop at
            <textarea
              name="stopSequences"
              rows={2}
              placeholder={`Up to ${requestLimits.stopSequences} texts, one a line`}
            />
          </label>
        )}
      </div>
    </details>
  );
}
