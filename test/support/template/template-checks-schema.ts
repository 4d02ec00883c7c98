import { buildSchema, parse, visit } from 'graphql';
import type { Check } from './template-check.ts';
import { appsyncText, propertiesOf } from './template.ts';

/**
 * The deployed document means what the project's schema says, and holds nothing that AppSync's parser is known to
 * stumble on: a comment, or a string that is not the argument of a directive.
 */
export const schemaFaults: Check = ({ template }, { schema }) => {
  const definition = String(propertiesOf(template, 'AWS::AppSync::GraphQLSchema')['Definition']);
  try {
    buildSchema(`${appsyncText}\n${definition}`);
  } catch (error) {
    return [`the schema is broken: ${String(error)}`];
  }
  const faults: string[] = [];
  if (definitionsOf(definition) !== definitionsOf(schema)) faults.push('the schema is not the one of the project');
  const outsideStrings = definition.replace(/"(?:[^"\\\n]|\\.)*"/g, '');
  if (outsideStrings.includes('#')) faults.push('the schema holds a comment');
  visit(parse(definition), {
    Directive: () => false,
    StringValue: ({ value }) => void faults.push(`the schema holds the string "${value}"`),
  });
  return faults;
};

/** What a document defines, whatever it says about it. */
function definitionsOf(text: string): string {
  const document = parse(text, { noLocation: true });
  return JSON.stringify(document, (key, value: unknown) => (key === 'description' ? undefined : value));
}
