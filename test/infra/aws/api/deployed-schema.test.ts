import { describe, expect, it } from 'vitest';
import { deployedSchema } from '../../../../infra/aws/api/deployed-schema.ts';

describe('the schema that is deployed', () => {
  it('keeps types, fields, arguments and directives, and drops every description and comment', () => {
    const source = `
      "What is asked."
      type Query @aws_iam {
        """
        The snippet, "read" consistently.
        """
        snippet("A UUID." id: ID!): String @deprecated(reason: "Ask for # \\"snippets\\".")
      }

      # How it ends.
      enum End {
        # null
        "It is there."
        DONE
      }
    `;
    expect(deployedSchema(source)).toBe(
      [
        'type Query @aws_iam {',
        '  snippet(id: ID!): String @deprecated(reason: "Ask for # \\"snippets\\".")',
        '}',
        '',
        'enum End {',
        '  DONE',
        '}',
      ].join('\n'),
    );
  });
});
