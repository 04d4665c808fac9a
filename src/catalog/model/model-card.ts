import type { Ownership } from '../owner/owner.js';
import type { Score } from '../trained-model/definition.js';
import type { ModelAlias } from '../trained-model/trained-model.js';
import type { Criterion, Label } from './definition.js';
import type { ModelRow } from './model.js';

/** What a card says beside the model itself. */
export interface CardParts {
  /** The first of them. */
  readonly features: readonly { readonly name: string; readonly description: string | null }[];
  readonly moreFeatures: boolean;
  readonly owners: readonly Ownership[];
  /** Trainings that go by a name, with their last scores. */
  readonly named: readonly (ModelAlias & { readonly scores: readonly Score[] })[];
}

/** A model card as Markdown: what people have to know before they use it. */
export function modelCard(model: ModelRow, { features, moreFeatures, named, owners }: CardParts): string {
  const sections: (readonly [title: string, lines: readonly string[]])[] = [
    ['', model.description ? [prose(model.description)] : []],
    ['Model', facts(model, owners)],
    ['Intended use', model.intendedUse ? [prose(model.intendedUse)] : []],
    ['Limits', model.limits ? [prose(model.limits)] : []],
    ['Label', model.label ? label(model.label) : []],
    ['Features', [...features.map(({ description, name }) => item(code(name), description)), ...(moreFeatures ? ['- and more'] : [])]],
    ['Criteria', (model.criteria ?? []).map(criterion)],
    [
      'Hyperparameters',
      (model.hyperparameters ?? []).map((each) =>
        item(code(each.name), `${each.type}${each.default === undefined ? '' : `, ${code(JSON.stringify(each.default))} by default`}`),
      ),
    ],
    [
      'Trainings',
      named.map(({ alias, scores, trainedModel }) =>
        item(`${line(alias)} (${trainedModel.number})`, scores.map((score) => `${line(score.criterion)} ${score.value}`).join(', ')),
      ),
    ],
  ];
  const said = sections.filter(([, lines]) => lines.length > 0);
  return `${[`# ${line(model.name)}`, ...said.map(([title, lines]) => (title ? `## ${title}\n\n${lines.join('\n')}` : lines.join('\n')))].join('\n\n')}\n`;
}

function facts({ framework, id, learning, revision, task }: ModelRow, owners: readonly Ownership[]): string[] {
  const people = owners.map(({ owner, role }) => `${line(owner.name)} (${line(role.toLowerCase())})`).join(', ');
  const all = { Id: code(id), Revision: revision, Task: task, Learning: learning, Framework: framework && line(framework), Owners: people };
  return Object.entries(all).flatMap(([name, value]) => (value ? [item(name, String(value))] : []));
}

const label = ({ dataType, name, origin }: Label): string[] => [item(code(name), dataType), ...(origin ? ['', prose(origin)] : [])];

function criterion({ description, direction, name, required, threshold }: Criterion): string {
  const parts = [
    direction === 'HIGHER_IS_BETTER' ? 'higher is better' : 'lower is better',
    ...(threshold === null ? [] : [`${direction === 'HIGHER_IS_BETTER' ? 'at least' : 'at most'} ${threshold}`]),
    ...(required ? ['required to deploy'] : []),
    ...(description ? [line(description)] : []),
  ];
  return item(code(name), parts.join('; '));
}

const item = (name: string, text: string | null): string => `- **${name}**${text ? `: ${line(text)}` : ''}`;
/** On one line. */
const line = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const code = (text: string): string => (text.includes('`') ? line(text) : `\`${line(text)}\``);
/** Headings of a text come below those of the card. */
const prose = (text: string): string => text.trim().replaceAll(/^(#{1,4}) /gm, '##$1 ');
