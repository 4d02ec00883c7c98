/** One entry for the answer's `errors`, without path and locations. */
export interface FieldError {
  message: string;
  errorType: string | null;
  data: unknown;
  errorInfo: unknown;
}

export interface ResolverInput {
  args: Record<string, unknown>;
  /** The parent object, null at the root. */
  source: unknown;
  identity: unknown;
  request: { headers: Record<string, string | string[]>; domainName: string | null };
  info: {
    fieldName: string;
    parentTypeName: string;
    variables: Record<string, unknown>;
    selectionSetList: string[];
    selectionSetGraphQL: string;
  };
  /** What `util.authType()` answers. */
  authType: string;
}

export interface ResolverOutcome {
  /** Null when an error ended the resolver. */
  value: unknown;
  /** Those appended, and last the one that ended it. */
  errors: FieldError[];
  /** What `extensions.setSubscriptionFilter` was given last. */
  subscriptionFilter?: SubscriptionFilter;
}

/** Filters of one entry are joined by AND, entries by OR. */
export interface SubscriptionFilter {
  filterGroup: { filters: { fieldName: string; operator: string; value: unknown }[] }[];
}

export interface FieldResolver {
  /** Code, request or source that went wrong is an entry in `errors`; rejects only for data that contains itself. */
  resolve(input: ResolverInput): Promise<ResolverOutcome>;
}
