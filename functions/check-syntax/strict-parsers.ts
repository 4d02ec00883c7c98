import { GraphQLError, parse as parseGraphql } from 'graphql';
import { parse as parseToml, TomlError } from 'smol-toml';
import type { ParserName } from '../../schema/syntax-ways.ts';
import { cssFaults } from './css-faults.ts';
import { htmlFaults } from './html-faults.ts';
import type { Fault, FaultFinder } from './syntax-check.ts';
import { typescriptFaults } from './typescript-faults.ts';
import { yamlFaults } from './yaml-faults.ts';

/**
 * Parsers that know only one language each. They cannot be interrupted, but they need only milliseconds for the
 * largest snippet.
 */
export const strictParsers: Readonly<Record<Exclude<ParserName, 'JSON.parse'>, FaultFinder>> = {
  yaml: yamlFaults,
  'smol-toml': faultThrown(parseToml, (error) => {
    if (!(error instanceof TomlError)) throw error;
    const [message = ''] = error.message.split('\n');
    return { line: error.line, column: error.column, message };
  }),
  graphql: faultThrown(parseGraphql, (error) => {
    if (!(error instanceof GraphQLError)) throw error;
    const { line, column } = error.locations?.[0] ?? { line: 1, column: 1 };
    return { line, column, message: error.message };
  }),
  postcss: cssFaults,
  parse5: htmlFaults,
  '@babel/parser': typescriptFaults,
};

/** For a parser that ends with its first fault. */
function faultThrown(parse: (code: string) => unknown, faultOf: (error: unknown) => Fault): FaultFinder {
  return (code) => {
    try {
      parse(code);
      return [];
    } catch (error) {
      return [faultOf(error)];
    }
  };
}
