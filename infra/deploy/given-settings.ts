/**
 * The settings that the CDK hands on to the stack: those of `cdk.json` under `context`, and over them those of the command
 * line, as `-c name=value` or `--context name=value`.
 * @param cdkJson the text of `cdk.json`
 */
export function givenSettings(args: readonly string[], cdkJson: string): Record<string, unknown> {
  const { context = {} } = JSON.parse(cdkJson) as { context?: Record<string, unknown> };
  const said = args.flatMap((arg, index) => {
    if (arg === '-c' || arg === '--context') return [args[index + 1] ?? ''];
    return /^(?:-c|--context)=/.test(arg) ? [arg.slice(arg.indexOf('=') + 1)] : [];
  });
  const pairs = said.map((text) => {
    const at = text.indexOf('=');
    return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  });
  return { ...context, ...(Object.fromEntries(pairs) as Record<string, string>) };
}
