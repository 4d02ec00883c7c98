import {
  geographies,
  modelOfProfile,
  prefixesFrom,
  profilePrefix,
  worldwide,
} from '../../../schema/models/profile-prefixes.ts';
import { modelRow } from '../../../schema/models/model-facts.ts';
import type { ChosenModel } from '../../offered-model.ts';
import type { Kind } from '../settings/settings.ts';
import { NotAllowed } from '../settings/settings.ts';

/** Their ids lie in the worker's environment, which Lambda bounds to 4 KB. */
const MOST_MODELS = 10;

/**
 * The makers whose models Bedrock has, by the beginnings of their ids.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 */
const makers = [
  ...['ai21', 'amazon', 'anthropic', 'cohere', 'deepseek', 'google', 'meta', 'minimax', 'mistral', 'moonshot'],
  ...['moonshotai', 'nvidia', 'openai', 'qwen', 'writer', 'xai', 'zai'],
];

/**
 * Claude Haiku 5.5: current (no end before October 2027), through profiles in every part of the world, its thinking can
 * be switched off so that code begins to come at once, and the cheapest of the models that are made for code.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-anthropic-claude-haiku-5-5.md
 */
const DEFAULT = 'anthropic.claude-haiku-5-5';

/** The model of a deployment that chooses none: by the profile that stays in the region's part of the world, if it has one. */
export function defaultModel(region: string): ChosenModel {
  const profile = profilesOf(DEFAULT, region).find((id) => profilePrefix(id) !== worldwide);
  return plainly(profile ?? `${worldwide}.${DEFAULT}`);
}

/** Models to be asked from the region: ids of models, of inference profiles, or `<ARN>=<id>`, separated by commas. */
export function modelsIn(region: string): Kind<readonly ChosenModel[]> {
  return {
    allowed: `1 to ${MOST_MODELS} different models, separated by commas`,
    read: (text) => {
      const chosen = text.split(',').map((part) => chosenModel(part.trim(), region));
      const ids = new Set(chosen.map(({ id }) => id));
      return ids.size === chosen.length && ids.size <= MOST_MODELS ? chosen : undefined;
    },
  };
}

/** @throws NotAllowed */
function chosenModel(text: string, region: string): ChosenModel {
  if (!text.startsWith('arn:')) return plainly(callableId(text, region));
  const [arn = '', behind = ''] = text.split('=');
  const start = `arn:aws:bedrock:${region}:`;
  const profile =
    arn.startsWith(start) && /^\d{12}:application-inference-profile\/[a-z0-9]+$/.test(arn.slice(start.length));
  if (!profile || !behind) {
    throw new NotAllowed(
      text,
      `an application inference profile of ${region} and the id it was made from, as in ` +
        `${start}123456789012:application-inference-profile/abc123=${defaultModel(region).id}`,
    );
  }
  return { id: arn, behind: callableId(behind, region) };
}

/** @throws NotAllowed, naming what of the id is not known, or how its model can be asked from the region */
function callableId(id: string, region: string): string {
  const prefix = profilePrefix(id);
  const model = modelOfProfile(id);
  const prefixes = prefixesFrom(region);
  const [maker = ''] = model.split('.');
  if (!makers.includes(maker) || !/^[a-z0-9]+\.[a-z0-9.:-]+$/.test(model)) {
    throw new NotAllowed(
      id,
      `an id that begins with its maker (${makers.map((name) => `${name}.`).join(', ')}) or, before it, with a prefix of ` +
        `inference profiles (from ${region} ${prefixes.map((name) => `${name}.`).join(', ')})`,
    );
  }
  const row = modelRow(model);
  const onDemand = row?.onDemand ?? 'everywhere';
  const bare = onDemand === 'everywhere' || (onDemand !== 'nowhere' && onDemand.includes(region));
  const callable = prefix === undefined ? bare : profilesOf(model, region).includes(id);
  if (callable) return id;
  const ways = [...(bare ? [model] : []), ...profilesOf(model, region)];
  throw new NotAllowed(
    id,
    ways.length > 0 ? `from ${region} ${ways.join(', ')}` : `no way to ask ${model} from ${region}`,
  );
}

/** The inference profiles by which a model can be asked from a region; all that the region has when its own are not known. */
function profilesOf(model: string, region: string): string[] {
  const own = modelRow(model)?.profiles ?? [...Object.keys(geographies), worldwide];
  return prefixesFrom(region)
    .filter((prefix) => own.includes(prefix))
    .map((prefix) => `${prefix}.${model}`);
}

function plainly(id: string): ChosenModel {
  return { id, behind: id };
}
