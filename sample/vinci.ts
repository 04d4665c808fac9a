import { createHash } from 'node:crypto';
import type {
  AssignDomainInput,
  AssignOwnerInput,
  AttachTagInput,
  AttachTermInput,
  DefineDomainInput,
  DefineTermInput,
  DeployInput,
  DescribeInput,
  PublishPipelineInput,
  PublishSegmentInput,
  PublishWorkflowInput,
  RecordEvaluationInput,
  RecordPredictionSetInput,
  RecordStatisticsInput,
  RecordTrainedModelInput,
  RegisterArtifactInput,
  RegisterDataSourceInput,
  RegisterFeatureTableInput,
  RegisterModelInput,
} from './generated/inputs.js';

/** Mutations that say what is so. Said twice, it is said once: the second time is UNCHANGED. */
interface Facts {
  assignDomain: AssignDomainInput;
  assignOwner: AssignOwnerInput;
  attachTag: AttachTagInput;
  attachTerm: AttachTermInput;
  describe: DescribeInput;
  registerDataSource: RegisterDataSourceInput;
}

/** Mutations that have something done. They take an idempotency key: with the same key, it is done once. */
interface Commands {
  defineDomain: DefineDomainInput;
  defineTerm: DefineTermInput;
  deploy: DeployInput;
  publishPipeline: PublishPipelineInput;
  publishSegment: PublishSegmentInput;
  publishWorkflow: PublishWorkflowInput;
  recordEvaluation: RecordEvaluationInput;
  recordPredictionSet: RecordPredictionSetInput;
  recordStatistics: RecordStatisticsInput;
  recordTrainedModel: RecordTrainedModelInput;
  registerArtifact: RegisterArtifactInput;
  registerFeatureTable: RegisterFeatureTableInput;
  registerModel: RegisterModelInput;
}

interface Receipt {
  readonly outcome: 'APPLIED' | 'UNCHANGED' | 'HELD' | 'REFUSED';
  readonly problems: readonly {
    readonly rule: string;
    readonly path: readonly string[];
    readonly message: string;
    readonly remedy?: string;
  }[];
}

/** Something was not taken; the message says what and why. */
export class Refused extends Error {}

/** The two doors of a Vinci: POST /api/v1/lineage for what jobs and runs did, GraphQL mutations for all else. */
export class Vinci {
  /** What was new so far, and what was known already. */
  readonly told = { applied: 0, unchanged: 0 };

  /** `token`: of role EDITOR or above; undefined where authentication is switched off. */
  constructor(
    private readonly url: string,
    private readonly token?: string,
  ) {}

  /** Sends OpenLineage events, at most 10,000 in one request. Each is taken or refused for itself. */
  async post(events: readonly object[]): Promise<void> {
    const answer = (await this.send('/api/v1/lineage', events)) as { message?: string; receipts?: readonly Receipt[] };
    if (!answer.receipts) throw new Refused(`The events were refused: ${answer.message}`);
    this.check(answer.receipts, (index) => `Event ${index} of ${events.length}, ${JSON.stringify(events[index]).slice(0, 200)},`);
  }

  async say<Name extends keyof Facts>(name: Name, input: Facts[Name]): Promise<void> {
    await this.mutate(name, input);
  }

  /** The key is made from the content: the same again is done once, and something else is something new. */
  async command<Name extends keyof Commands>(name: Name, input: Commands[Name]): Promise<void> {
    const content = createHash('sha256').update(JSON.stringify(input)).digest('hex');
    await this.mutate(name, { ...input, idempotencyKey: `sample ${name} ${content}` });
  }

  /** Whether anything has this id. */
  async isThere(id: string): Promise<boolean> {
    const answer = await this.send('/graphql', { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id } });
    return Boolean((answer as { data?: { node?: object | null } }).data?.node);
  }

  /** All mutations have the same form: one input goes in, and receipts come out. */
  private async mutate(name: string, input: object): Promise<void> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { receipts { outcome problems { rule path message remedy } } } }`;
    const { data, errors } = (await this.send('/graphql', { query, variables: { input } })) as {
      data?: Readonly<Record<string, { readonly receipts: readonly Receipt[] }>>;
      errors?: readonly { readonly message: string }[];
    };
    const what = `${name} ${JSON.stringify(input).slice(0, 200)}`;
    if (!data?.[name]) throw new Refused(`${what} was refused: ${errors?.map(({ message }) => message).join(' ')}`);
    this.check(data[name].receipts, () => what);
  }

  /** An answer that is an error has a body as well, which says why. */
  private async send(path: string, body: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json', ...(this.token && { authorization: `Bearer ${this.token}` }) };
    let response: Response;
    try {
      response = await fetch(`${this.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    } catch {
      throw new Refused(`Nobody answers at ${this.url}: start Vinci with npm start, or set VINCI_URL to where it runs.`);
    }
    if (response.status === 401)
      throw new Refused('Vinci does not know the token: set VINCI_TOKEN to one that its administrator gave you.');
    return response.json().catch(() => {
      throw new Refused(`${this.url} answered ${response.status}, not as a Vinci does: set VINCI_URL to where one runs.`);
    });
  }

  private check(receipts: readonly Receipt[], what: (index: number) => string): void {
    const refusals = receipts.flatMap(({ outcome, problems }, index) => {
      if (outcome === 'APPLIED') this.told.applied += 1;
      if (outcome === 'UNCHANGED') this.told.unchanged += 1;
      const reasons = problems.map(({ rule, path, message, remedy = '' }) => `\n  ${rule} at ${path.join('.')}: ${message} ${remedy}`);
      return outcome === 'REFUSED' ? [`${what(index)} was refused:${reasons.join('')}`] : [];
    });
    if (refusals.length > 0) throw new Refused(refusals.join('\n'));
  }
}
