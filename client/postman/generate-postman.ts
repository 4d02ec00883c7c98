import { format } from 'prettier';
import { usageDays } from '../../schema/limits/quota-limits.ts';
import { pageItems, requestLimits } from '../../schema/limits/request-limits.ts';
import * as documents from '../operations/operations.generated.ts';

interface Request {
  readonly name: string;
  readonly description: string;
  readonly document: { toString(): string };
  readonly variables: Readonly<Record<string, unknown>>;
  /** JavaScript that Postman runs on the answer; `data` is the field's value. */
  readonly checks: readonly string[];
}

const ended = "pm.expect(data.status).to.be.oneOf(['COMPLETED', 'FAILED', 'CANCELLED']);";

const requests: readonly Request[] = [
  {
    name: 'Generate code',
    description: `Waits up to ${requestLimits.waitSeconds} s and answers with the finished snippet.`,
    document: documents.GenerateCodeDocument,
    variables: {
      language: 'PYTHON',
      instruction: 'implement binary search',
      options: { waitSeconds: requestLimits.waitSeconds },
    },
    checks: [
      "pm.expect(data.status).to.equal('COMPLETED');",
      "pm.expect(data.code).to.include('def ');",
      "pm.collectionVariables.set('snippetId', data.id);",
    ],
  },
  {
    name: 'Generate code without waiting',
    description:
      'Answers at once; ask for the snippet, or subscribe, to see the code grow. The id of your own makes it safe to repeat.',
    document: documents.GenerateCodeDocument,
    variables: {
      language: 'TYPESCRIPT',
      instruction: 'least recently used cache',
      options: { id: '{{$guid}}', waitSeconds: 0 },
    },
    checks: ["pm.expect(data.status).to.equal('PENDING');", "pm.collectionVariables.set('pendingId', data.id);"],
  },
  {
    name: 'Cancel it',
    description: 'What came so far stays readable; no file is left. One that has ended is returned as it is.',
    document: documents.CancelSnippetDocument,
    variables: { id: '{{pendingId}}' },
    checks: [ended],
  },
  {
    name: 'Show a snippet',
    description: 'The snippet that was generated first, with a link to its file that holds for 5 minutes.',
    document: documents.SnippetDocument,
    variables: { id: '{{snippetId}}' },
    checks: ["pm.expect(data.status).to.equal('COMPLETED');", 'pm.expect(data.downloadUrl).to.match(/^https?:/);'],
  },
  {
    name: 'Estimate a request',
    description: 'What it would use and cost, and why a quota would refuse it. No model is asked, nothing is recorded.',
    document: documents.EstimateDocument,
    variables: { language: 'PYTHON', instruction: 'implement binary search', options: {} },
    checks: ['pm.expect(data.inputTokens).to.be.above(0);', 'pm.expect(data.refusal).to.equal(null);'],
  },
  {
    name: 'Show what was used',
    description: 'By day, today first, with the limits that hold. Everybody with the key shares them.',
    document: documents.UsageDocument,
    variables: { days: usageDays.usual },
    checks: [`pm.expect(data).to.have.lengthOf(${usageDays.usual});`, 'pm.expect(data[0].used).to.be.at.least(1);'],
  },
  {
    name: 'List snippets',
    description: 'Newest first. For the next page set nextToken.',
    document: documents.SnippetsDocument,
    variables: { limit: pageItems.usual },
    checks: ["pm.expect(data.items).to.be.an('array');"],
  },
  {
    name: 'Delete a snippet',
    description: 'The snippet and its file.',
    document: documents.DeleteSnippetDocument,
    variables: { id: '{{snippetId}}' },
    checks: ["pm.expect(data.id).to.equal(pm.collectionVariables.get('snippetId'));"],
  },
  {
    name: 'Delete all snippets',
    description: 'Up to 25 snippets of yours, finished or not, with their files. Send it again until done is true.',
    document: documents.DeleteAllSnippetsDocument,
    variables: {},
    checks: ['pm.expect(data.deleted).to.be.at.least(0);', "pm.expect(data.done).to.be.a('boolean');"],
  },
];

/**
 * A Postman collection, format v2.1, of HTTP requests with GraphQL bodies: Postman's newer GraphQL requests can neither
 * be exported to it nor run (postman-app-support#12362).
 */
export async function generatePostman(): Promise<string> {
  const collection = {
    info: {
      name: 'Snipstream',
      description: 'Set the variables url and apiKey to what `npm start` prints, then send.',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    variable: [
      { key: 'url', value: 'http://127.0.0.1:4000/graphql' },
      { key: 'apiKey', value: '' },
      { key: 'snippetId', value: '' },
      { key: 'pendingId', value: '' },
    ],
    auth: {
      type: 'apikey',
      apikey: [
        { key: 'key', value: 'x-api-key', type: 'string' },
        { key: 'value', value: '{{apiKey}}', type: 'string' },
        { key: 'in', value: 'header', type: 'string' },
      ],
    },
    item: requests.map(itemOf),
  };
  return format(JSON.stringify(collection), { parser: 'json', printWidth: 120 });
}

function itemOf({ name, description, document, variables, checks }: Request) {
  const query = document.toString().trim();
  const script = [
    `pm.test('${name}', () => {`,
    '  pm.response.to.have.status(200);',
    '  const answer = pm.response.json();',
    '  pm.expect(answer.errors).to.equal(undefined);',
    '  const [data] = Object.values(answer.data);',
    ...checks.map((check) => `  ${check}`),
    '});',
  ];
  return {
    name,
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: script } }],
    request: {
      method: 'POST',
      description,
      header: [],
      url: '{{url}}',
      body: { mode: 'graphql', graphql: { query, variables: JSON.stringify(variables, null, 2) } },
    },
  };
}
