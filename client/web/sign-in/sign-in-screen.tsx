import type { Session } from './session.ts';

/** What somebody sees who is not signed in. */
export function SignInScreen({ session: { problem, signIn } }: { readonly session: Session }) {
  return (
    <main class="unreachable">
      <h1>Snipstream</h1>
      {problem === undefined ? <p>Sign in to ask for code.</p> : <p role="alert">{problem}</p>}
      <button type="button" onClick={() => void signIn()}>
        Sign in
      </button>
    </main>
  );
}
