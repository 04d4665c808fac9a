import type { Json } from '../../write/fact.js';
import { field, textField } from '../entity/projection.js';
import { type Said, timeOfStamp } from '../entity/said.js';
import { environmentId } from '../environment/environment.js';
import { parseId } from '../id.js';
import type { Time } from '../time.js';

/** That somebody agrees to have a thing deployed. */
export interface Approval {
  /** The id of an environment, or of the one deployment that it is for. */
  readonly place: string;
  readonly by: string;
  readonly at: Time;
  readonly note: string | null;
  /** Of what was approved: of another content it says nothing. */
  readonly contentHash: string | null;
}

const APPROVAL = 'approval:';
export const approvalAttribute = (place: string): string => `${APPROVAL}${place}`;

const PERSON = 'person:';

/** Each steward's, newest first. */
export function approvalsIn({ said, saidAt }: Said): Approval[] {
  return Object.entries(said)
    .filter(([producer]) => producer.startsWith(PERSON))
    .flatMap(([producer, attributes]) =>
      Object.entries(attributes)
        .filter(([name, value]) => name.startsWith(APPROVAL) && field(value, 'contentHash') !== undefined)
        .map(([name, value]: [string, Json]) => ({
          place: name.slice(APPROVAL.length),
          by: producer.slice(PERSON.length),
          at: timeOfStamp(saidAt[producer]?.[name] ?? ''),
          note: textField(value, 'note'),
          contentHash: textField(value, 'contentHash'),
        })),
    )
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Those that let a thing of this content go there. */
export function validApprovals(approvals: readonly Approval[], deployment: string, contentHash: string | null): Approval[] {
  const places = [deployment, environmentId(parseId(deployment)!.parts[0]!)];
  return approvals.filter((approval) => places.includes(approval.place) && approval.contentHash === contentHash);
}
