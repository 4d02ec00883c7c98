import type { Language } from '../../../schema/types.generated.ts';
import type { Model } from '../../snippet.ts';
import type { Draft } from '../kept-in-browser.ts';
import { languageList } from '../language-titles.ts';
import { OptionFields } from './option-fields.tsx';

interface ChoiceFieldsProps {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly models: readonly Model[];
  /** The chosen one of them; undefined until they are known. */
  readonly model: Model | undefined;
  /** Whether the language is that of the code to refine. */
  readonly refining: boolean;
}

/** In which language and by which model the code is to be written, and what else can be set. */
export function ChoiceFields({ draft, onDraft, models, model, refining }: ChoiceFieldsProps) {
  return (
    <>
      {!refining && (
        <select
          aria-label="Language"
          value={draft.language}
          onChange={({ currentTarget }) => onDraft({ ...draft, language: currentTarget.value as Language })}
        >
          {languageList.map(([name, title]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      )}
      {model && (
        <>
          <select
            aria-label="Model"
            value={model.id}
            onChange={({ currentTarget }) => onDraft({ ...draft, model: currentTarget.value })}
          >
            {models.map(({ id, isDefault }) => (
              <option key={id} value={id}>
                {isDefault && models.length > 1 ? `${id} (default)` : id}
              </option>
            ))}
          </select>
          <OptionFields model={model} />
        </>
      )}
    </>
  );
}
