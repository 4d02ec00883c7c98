import type { ComponentChildren } from 'preact';
import type { Language } from '../../../schema/types.generated.ts';
import { languageTitles } from '../language-titles.ts';
import { hrefOf } from '../routes.ts';

/** A snippet in the chain of refinements. */
export interface ChainLink {
  readonly id: string;
  readonly instruction: string;
}

interface FileHeadProps {
  /** As it is shown; the whole name is `fileName`. */
  readonly name: string;
  readonly fileName: string | undefined;
  readonly language: Language | undefined;
  readonly model: string | undefined;
  readonly instruction: string;
  /** Its state in words. */
  readonly state: string;
  readonly stateKind: 'running' | 'good' | 'bad' | 'plain';
  /** From the first that was asked for to the parent of this one. */
  readonly ancestors: readonly ChainLink[];
  readonly refinements: readonly ChainLink[];
  readonly children: ComponentChildren;
}

/** What is open: where it stands in its chain, its name, what was asked, its state; and what can be done with it. */
export function FileHead(props: FileHeadProps) {
  const { name, fileName, language, model, instruction, state, stateKind, ancestors, refinements, children } = props;
  return (
    <header class="file-head">
      {ancestors.length + refinements.length > 0 && (
        <nav class="chain" aria-label="Refinements">
          <ol>
            {ancestors.map((link) => (
              <ChainItem key={link.id} link={link} />
            ))}
            <li>
              <span aria-current="true">{instruction}</span>
            </li>
            {refinements.map((link) => (
              <ChainItem key={link.id} link={link} />
            ))}
          </ol>
        </nav>
      )}
      <div class="file-title">
        <div>
          <h1 class="mono" title={fileName}>
            {name}
          </h1>
          <p class="asked" title={instruction}>
            {instruction}
          </p>
          <p class="facts">
            <span class={`state ${stateKind}`}>{state}</span>
            {language && <span>{languageTitles[language]}</span>}
            {model && <span>{model}</span>}
          </p>
        </div>
        <div class="actions">{children}</div>
      </div>
    </header>
  );
}

function ChainItem({ link: { id, instruction } }: { readonly link: ChainLink }) {
  return (
    <li>
      <a href={hrefOf(id)} title={instruction}>
        {instruction}
      </a>
    </li>
  );
}
