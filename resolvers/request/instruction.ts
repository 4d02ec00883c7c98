import { requestLimits } from '../../schema/limits/request-limits.ts';
import { refuse } from './input.ts';

const LONGEST = requestLimits.instructionUnits;

/** Characters that a person does not see and a model may read, with the name they are refused by. */
const unseen = [
  { pattern: '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]', name: 'a control character' },
  { pattern: '[\\u202a-\\u202e\\u2066-\\u2069]', name: 'a character that turns the direction of writing' },
  { pattern: '\\udb40[\\udc00-\\udc7f]', name: 'a character of the tag block' },
];

/** Refuses an instruction that is blank, too long, or not what it looks like. */
export function checkInstruction(instruction: string): void {
  if (instruction.length > LONGEST)
    refuse('instruction', `${instruction.length} UTF-16 units long`, `up to ${LONGEST}`);
  if (instruction.trim() === '') refuse('instruction', 'blank', `1 to ${LONGEST} UTF-16 units, not only white space`);
  for (const { pattern, name } of unseen) {
    if (instruction.replaceAll(pattern, '').length < instruction.length) {
      refuse('instruction', `a text with ${name}`, 'text that shows all it says');
    }
  }
}
