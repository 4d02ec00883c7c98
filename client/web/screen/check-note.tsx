import type { Snippet } from '../../snippet.ts';

type Check = NonNullable<Snippet['check']>;

/** What the check of the syntax found, with the places; nothing when it found nothing. */
export function CheckNote({ check }: { readonly check: Check }) {
  const { state, faults, repaired } = check;
  if (state !== 'FAULTY') return null;
  return (
    <section class="note">
      <h2>
        The syntax check found {faults.length === 1 ? 'a fault' : `${faults.length} faults`}
        {repaired === false ? ', and a second answer was no better' : ''}.
      </h2>
      <ul class="faults">
        {faults.map(({ line, column, message }) => (
          <li key={`${line}:${column}:${message}`}>
            Line {line}, column {column}: {message}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was checked and with what result, in a few words. */
export function checkWords({ state, faults, repaired }: Check): string {
  const again = repaired === true ? ', repaired' : '';
  switch (state) {
    case 'PASSED':
      return `no faults${again}`;
    case 'FAULTY':
      return `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}${again}`;
    case 'NOT_CHECKED':
      return 'not checked';
  }
}
