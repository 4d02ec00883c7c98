import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleResolvers } from '../bundle.ts';
import { openSnippetsTable } from '../local/dynamodb/snippets-table.ts';
import type { EvaluationService } from './evaluate-code.ts';
import { recordCalls } from './record-calls.ts';
import { runCheck } from './run-check.ts';

/**
 * Runs the code that is about to be deployed both on AppSync and on this machine, and reports the differences.
 * @returns whether the code may be deployed
 */
export async function checkAws(service: EvaluationService, say: (line: string) => void): Promise<boolean> {
  const codes = await bundleResolvers();
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-check-'));
  const table = await openSnippetsTable(folder);
  try {
    const calls = await recordCalls(codes, table);
    say(`Asking AppSync in ${service.region} for ${calls.length} answers of ${Object.keys(codes).length} codes.`);
    const { same, nulls, different, notCompared } = await runCheck(service, calls);
    for (const line of notCompared) say(`Not compared: ${line}`);
    for (const line of nulls) say(`Other only in keys that hold null: ${line}`);
    for (const line of different) say(`Different: ${line}`);
    say(
      `${same} alike, ${nulls.length} but for nulls, ${different.length} different, ${notCompared.length} not compared.`,
    );
    return different.length === 0;
  } catch (error) {
    say(`The check could not be made: ${(error as Error).message}`);
    return false;
  } finally {
    await table.close();
    rmSync(folder, { recursive: true });
  }
}
