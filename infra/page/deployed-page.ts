/** A stack that has a page, read from its outputs. */
export interface DeployedPage {
  readonly url: string;
  readonly bucket: string;
  readonly region: string;
  /** The content of the page's `config.json`. It contains no key, because everybody can read it. */
  readonly config: object;
}

/**
 * The pages of what was deployed.
 * @param outputs what `cdk deploy --outputs-file` writes: the outputs of each stack by its name
 * @throws Error an output that a page needs is missing
 */
export function deployedPages(outputs: string): readonly DeployedPage[] {
  const stacks = JSON.parse(outputs) as Record<string, Record<string, string>>;
  return Object.entries(stacks).flatMap(([stack, values]) => {
    if (values['PageUrl'] === undefined) return [];
    const value = (name: string): string => {
      const found = values[name];
      if (found === undefined) throw new Error(`The stack ${stack} has no output ${name}, which its page needs.`);
      return found;
    };
    const auth = { issuer: value('PageIssuer'), clientId: value('PageClientId'), loginUrl: value('PageLoginUrl') };
    return {
      url: value('PageUrl'),
      bucket: value('PageBucketName'),
      region: value('Region'),
      config: { url: value('ApiUrl'), auth },
    };
  });
}
