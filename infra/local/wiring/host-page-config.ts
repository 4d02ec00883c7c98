import { tasks } from '../cookbook/tasks.ts';

/**
 * What the page of this host finds as `config.json`: where the API is, its key, and what the model knows when it is the
 * cookbook, which knows certain tasks alone.
 */
export function pageConfig(apiKey: string, modelId: string): object {
  const isCookbook = modelId === 'cookbook';
  return {
    url: '/graphql',
    auth: { apiKey },
    ...(isCookbook ? { knownTasks: tasks.map(({ title, languages }) => ({ title, languages })) } : {}),
  };
}
