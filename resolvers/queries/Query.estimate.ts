/** A request is estimated from what it would begin with. */
export { request, response } from '../mutations/Mutation.generateCode.ts';
