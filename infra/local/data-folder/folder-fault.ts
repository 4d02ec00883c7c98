import { innermostCause } from '../../command/innermost-cause.ts';

/** A file or folder that the host needs and cannot use: a sentence with its name, the cause and the way out. */
export class FolderFault extends Error {
  override readonly name = 'FolderFault';
}

interface Cause {
  readonly pattern: RegExp;
  readonly cause: string;
  readonly wayOut: string;
}

const OTHER_FOLDER = 'or choose another folder with --data';

/** By an error's code, or by LevelDB's words, which say the same. The first that fits. */
const causes: readonly Cause[] = [
  {
    pattern: /ENOSPC|EDQUOT|No space left|quota exceeded/i,
    cause: 'the disk is full',
    wayOut: `Make room, ${OTHER_FOLDER}.`,
  },
  {
    pattern: /EROFS|Read-only file system/i,
    cause: 'it lies on a file system that is read-only',
    wayOut: 'Choose another folder with --data.',
  },
  {
    pattern: /EACCES|EPERM|Permission denied|not permitted/i,
    cause: 'this user has no permission for it',
    wayOut: `Give it to the user that runs the host, ${OTHER_FOLDER}.`,
  },
  {
    pattern: /LEVEL_LOCKED|LEVEL_DATABASE_LOCKED/i,
    cause: 'another process has it open',
    wayOut: `End that process, ${OTHER_FOLDER}.`,
  },
  {
    pattern: /CORRUPTION|Corruption:|\bMANIFEST\b|\bCURRENT\b|\.ldb\b|\.sst\b/i,
    cause: 'a file in it is damaged or gone',
    wayOut: `Put back a copy of the folder; or move it away, and the next start makes it anew without what it held.`,
  },
  {
    pattern: /ENOTDIR|EEXIST/,
    cause: 'it, or a part of its path, is a file where a folder must be',
    wayOut: `Move that file away, ${OTHER_FOLDER}.`,
  },
  { pattern: /EISDIR/, cause: 'it is a folder where a file must be', wayOut: `Move it away, ${OTHER_FOLDER}.` },
  { pattern: /ENOENT/, cause: 'it cannot be made there', wayOut: 'Choose another folder with --data.' },
  {
    pattern: /EMFILE|ENFILE|Too many open files/i,
    cause: 'too many files are open',
    wayOut: 'Raise the limit with `ulimit -n`.',
  },
];

/** Converts an error about a file or folder to one with a sentence for a person. */
export function folderFault(path: string, error: unknown): FolderFault {
  if (error instanceof FolderFault) return error;
  const words = wordsOf(error);
  const message = error instanceof Error ? innermostCause(error).message : String(error);
  const { cause, wayOut } = causes.find(({ pattern }) => pattern.test(words)) ?? {
    cause: 'the system refused it',
    wayOut: 'Choose another folder with --data.',
  };
  return new FolderFault(`${path} cannot be used: ${cause} (${message}). ${wayOut}`, { cause: error });
}

/** Codes and messages of the error and of what caused it. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return `${code} ${error.message} ${error.cause === undefined ? '' : wordsOf(error.cause)}`;
}
