import { describe } from 'vitest';
import { runsEveryProgram } from '../support/cookbook/cookbook-runs.ts';
import { programLanguages } from '../support/cookbook/run-program.ts';

/**
 * Needs python3, javac and java 17 or newer, g++, rustc, go, bash and sqlite3: where one is missing its programs fail
 * here, they are not skipped.
 */
describe.each(programLanguages)('every program compiles and runs in %s', (language) => runsEveryProgram(language));
