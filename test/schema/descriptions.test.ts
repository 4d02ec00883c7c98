import type { ASTNode } from 'graphql';
import { Kind, visit } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { functions } from '../../functions/function-manifest.ts';
import { failures } from '../../schema/failure-codes.ts';
import { checkLimits } from '../../schema/limits/check-limits.ts';
import { snippetFiles } from '../../schema/limits/file-and-link-limits.ts';
import { usageDays } from '../../schema/limits/quota-limits.ts';
import { deletionItems, pageItems, requestLimits } from '../../schema/limits/request-limits.ts';
import { expectation, snippetLimits } from '../../schema/limits/snippet-limits.ts';
import { silenceMs } from '../../schema/limits/wait-times.ts';
import { work } from '../../schema/limits/worker-times.ts';
import { schemaDocument } from '../support/hosts/schema-texts.ts';

const KIB = 1024;
const MINUTE = 60;
/** How long a worker lets a model write. */
const writingSeconds = functions['generate-snippet'].timeoutSeconds - work.settlingMs / 1_000;
const pages = [pageItems.most, pageItems.usual];

/** The numbers that a description says, in its order, by where it stands. */
const expected: Readonly<Record<string, readonly number[]>> = {
  'Query.snippets.limit': pages,
  'Query.usage.days': [usageDays.most, usageDays.usual],
  'Query.estimate.instruction': [requestLimits.instructionUnits],
  'Query.estimateRefinement.instruction': [requestLimits.instructionUnits],
  'Mutation.generateCode.instruction': [requestLimits.instructionUnits],
  'Mutation.refineSnippet.instruction': [requestLimits.instructionUnits],
  'Mutation.deleteAllSnippets': [deletionItems],
  'Mutation.completeSnippet.truncated': [snippetLimits.codeBytes / KIB, writingSeconds / MINUTE],
  'Mutation.failSnippet.modelMessage': [snippetLimits.modelMessageUnits],
  'Mutation.failSnippet.cause': [snippetLimits.causeUnits],
  'Snippet.code': [snippetLimits.codeBytes / KIB],
  'Snippet.downloadUrl': [snippetFiles.linkSeconds / MINUTE],
  'Snippet.truncated': [snippetLimits.codeBytes / KIB, writingSeconds / MINUTE],
  'Snippet.attempts': [snippetLimits.attempts],
  'Snippet.refinements.limit': pages,
  'SnippetCheck.faults': [checkLimits.faults],
  'SyntaxFault.message': [checkLimits.messageUnits],
  'SnippetCheckInput.faults': [checkLimits.faults],
  'SyntaxFaultInput.message': [checkLimits.messageUnits],
  SnippetProgress: [silenceMs / 1_000],
  'TaskOptions.stopSequences': [requestLimits.stopSequences],
  'SnippetFailure.modelMessage': [snippetLimits.modelMessageUnits],
  'GenerationOptions.maxTokens': [
    ...[requestLimits.mostTokens, work.usualTokens, work.thinkingTokens],
    ...[writingSeconds / MINUTE, work.tokensPerSecond, writingSeconds * work.tokensPerSecond],
  ],
  'GenerationOptions.stopSequences': [requestLimits.stopSequences, requestLimits.stopSequenceUnits],
  'GenerationOptions.waitSeconds': [requestLimits.waitSeconds, requestLimits.waitSeconds],
  'FailureCode.TIMED_OUT': [expectation.expectedMs, expectation.claimMs].map((ms) => ms / 1_000 / MINUTE),
};

/** The numbers of a text but 0 and 1, where ranges and counts begin, and those that are part of a name or of code. */
function numbersIn(text: string): number[] {
  const prose = text.replace(/`[^`]*`/g, '').replace(/\bUTF-\d+|\bS3\b/g, '');
  const written = prose.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  return written.map((number) => Number(number.replaceAll(',', ''))).filter((number) => number > 1);
}

/** Every description of the schema but those of the languages, whose endings test/schema/schema.test.ts knows. */
function descriptions(): Map<string, string> {
  const found = new Map<string, string>();
  const names: string[] = [];
  const nameOf = (node: ASTNode): string | undefined =>
    node.kind !== Kind.NAMED_TYPE && node.kind !== Kind.DIRECTIVE && 'name' in node ? node.name?.value : undefined;
  visit(schemaDocument, {
    enter(node) {
      const name = nameOf(node);
      if (name === undefined) return undefined;
      if (name === 'Language' && node.kind === Kind.ENUM_TYPE_DEFINITION) return false;
      names.push(name);
      if ('description' in node && node.description) found.set(names.join('.'), node.description.value);
      return undefined;
    },
    leave(node) {
      if (nameOf(node) !== undefined) names.pop();
    },
  });
  return found;
}

const inDescriptions = [...descriptions()].map(([place, text]) => [place, numbersIn(text)] as const);

describe('the numbers that a caller is told', () => {
  it.each(inDescriptions.filter(([place, numbers]) => numbers.length > 0 || place in expected))(
    'are those of the limits at %s',
    (place, numbers) => {
      expect(numbers).toEqual(expected[place]);
    },
  );

  it('are all there: nothing is expected where there is no description', () => {
    const places = inDescriptions.map(([place]) => place);
    expect(Object.keys(expected).filter((place) => !places.includes(place))).toEqual([]);
  });

  it('are in no sentence of a failure', () => {
    expect(Object.values(failures).filter(({ message }) => numbersIn(message).length > 0)).toEqual([]);
  });

  it('are those of the limits beside the calls of the client', () => {
    const source = readFileSync(new URL('../../client/calls.ts', import.meta.url), 'utf8');
    const comments = source.match(/\/\*\*.*?\*\//gs) ?? [];
    const sentences = comments.map((comment) => comment.replace(/@example.*/s, ''));
    expect(sentences.flatMap(numbersIn)).toEqual([
      requestLimits.instructionUnits,
      requestLimits.instructionUnits,
      ...pages,
      ...[usageDays.most, usageDays.usual],
    ]);
  });
});
