import type { Task } from './task.ts';
import { classicTasks } from './tasks/classic-tasks.ts';
import { dataStructureTasks } from './tasks/data-structure-tasks.ts';
import { everydayAlgorithmTasks } from './tasks/everyday-algorithm-tasks.ts';
import { programTasks } from './tasks/program-tasks.ts';
import { textTasks } from './tasks/text-tasks.ts';
import { webAndDataTasks } from './tasks/web-and-data-tasks.ts';

/** Every task that the cookbook has programs for. */
export const tasks: readonly Task[] = [
  ...classicTasks,
  ...everydayAlgorithmTasks,
  ...dataStructureTasks,
  ...textTasks,
  ...programTasks,
  ...webAndDataTasks,
];
