import { evaluateHandler } from '../local/appsync/resolving/evaluate-handler.ts';
import type { Answer } from './compare-answers.ts';
import { compareAnswers, isMoment, withoutChance } from './compare-answers.ts';
import type { EvaluationService } from './evaluate-code.ts';
import { evaluateOnAws, LONGEST_CONTEXT, withoutPlace } from './evaluate-code.ts';
import type { RecordedCall } from './record-calls.ts';

/** The findings of the check. */
export interface Findings {
  readonly same: number;
  /** Calls whose answers differ only in keys that hold null. */
  readonly nulls: readonly string[];
  /** Calls that AWS answers otherwise than this machine; a deployment would not do what the tests saw. */
  readonly different: readonly string[];
  /** Calls that could not be compared, and why. */
  readonly notCompared: readonly string[];
}

const ENV_PROBE = 'export function request(ctx) { return ctx.env; } export function response() { return null; }';

/**
 * Evaluates each recorded call on AppSync and on this machine, one at a time.
 * @throws Error AWS refuses the calls themselves, as for want of a permission
 */
export async function runCheck(service: EvaluationService, calls: readonly RecordedCall[]): Promise<Findings> {
  const findings = { same: 0, nulls: [] as string[], different: [] as string[], notCompared: [] as string[] };
  const takesEnvironment = await asksEnvironment(service);
  for (const recorded of calls) {
    const call = brought(recorded);
    const title = `${call.name}, ${call.handler}, ${call.situation}`;
    const { length } = JSON.stringify(call.context);
    if (length > LONGEST_CONTEXT) {
      findings.notCompared.push(
        `${title}: its context has ${length} characters; EvaluateCode takes ${LONGEST_CONTEXT}.`,
      );
      continue;
    }
    if (!takesEnvironment && /\bctx\.env\b/.test(call.code)) {
      findings.notCompared.push(`${title}: the code reads ctx.env, which EvaluateCode does not hand on.`);
      continue;
    }
    const [here, onAws] = [await evaluateHere(call), await evaluateOnAws(service, call)];
    const comparison = compareAnswers(here, onAws);
    if (comparison === 'same') findings.same += 1;
    else findings[comparison].push(`${title}\n  here   ${shown(here)}\n  on AWS ${shown(onAws)}`);
  }
  return findings;
}

/** Whether EvaluateCode hands `ctx.env` on, which no page says. */
async function asksEnvironment(service: EvaluationService): Promise<boolean> {
  const context = { env: { PROBE: 'here' } };
  const { result } = await evaluateOnAws(service, { code: ENV_PROBE, handler: 'request', context });
  return (result as { PROBE?: string } | null)?.PROBE === 'here';
}

async function evaluateHere(call: RecordedCall): Promise<Answer> {
  const { result, error, appended, stash } = await evaluateHandler(call);
  return {
    result,
    error: error && withoutPlace(error.message),
    appended: appended.map(({ message }) => message),
    stash: error ? undefined : stash,
  };
}

/** The call with its moments brought from when it was recorded to now, so that leases and waits still hold. */
function brought(call: RecordedCall): RecordedCall {
  const late = Date.now() - call.recordedAt;
  const bring = (value: unknown): unknown => {
    if (typeof value === 'number') return isMoment(value) ? value + late : value;
    if (Array.isArray(value)) return value.map(bring);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bring(item)]));
  };
  return { ...call, context: bring(call.context) as RecordedCall['context'] };
}

function shown({ result, error, appended, stash }: Answer): string {
  const told = error === undefined ? { result, stash } : { error };
  return JSON.stringify(withoutChance(appended.length > 0 ? { ...told, appended } : told));
}
