import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A dialog over the page. The browser keeps the focus in it and gives it back afterwards; Esc closes. */
function Modal({ title, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onClose={onClose}>
      <div class="dialog-head">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}

interface DeleteDialogProps {
  readonly name: string;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

export function DeleteDialog({ name, onDelete, onClose }: DeleteDialogProps) {
  return (
    <Modal title="Delete this snippet?" onClose={onClose}>
      <p>
        <strong class="mono">{name}</strong> and its file are removed for good. Its refinements stay.
      </p>
      <div class="dialog-row">
        <button type="button" class="danger" onClick={onDelete}>
          Delete
        </button>
        <button type="button" onClick={onClose}>
          Keep it
        </button>
      </div>
    </Modal>
  );
}

const keys: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['Ctrl', 'Enter'], 'Generate or refine; ⌘ Enter on a Mac'],
  [['Esc'], 'Stop what is being written'],
  [['/'], 'Go to the instruction'],
  [['n'], 'New'],
  [['j'], 'Next snippet in the list'],
  [['k'], 'Snippet before'],
  [['c'], 'Copy the code'],
  [['d'], 'Show the changes, or the code'],
  [['?'], 'This help'],
];

interface HelpDialogProps {
  readonly letters: boolean;
  readonly onLetters: (on: boolean) => void;
  readonly onClose: () => void;
}

export function HelpDialog({ letters, onLetters, onClose }: HelpDialogProps) {
  return (
    <Modal title="Keys" onClose={onClose}>
      <dl class="keys">
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={letters} onChange={({ currentTarget }) => onLetters(currentTarget.checked)} />
        Single letters work as keys, when no field has the focus
      </label>
    </Modal>
  );
}
