import { checkAws } from './check-aws.ts';
import { evaluationService } from './check-config.ts';

const mayBeDeployed = await checkAws(evaluationService(), console.log);
process.exit(mayBeDeployed ? 0 : 1);
