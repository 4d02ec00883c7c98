import { describe } from 'vitest';
import { cookbookLanguages } from '../../infra/local/cookbook/cookbook.ts';
import { runsEveryProgram } from '../support/cookbook/cookbook-runs.ts';

/** Needs python3, javac and java 17 or newer, g++ and rustc: where one is missing its programs fail here, they are not skipped. */
describe.each(cookbookLanguages)('every program compiles and runs in %s', (language) => runsEveryProgram(language));
