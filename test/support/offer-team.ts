import { id } from '../../sample/id.js';
import { load } from '../../sample/load.js';
import { Vinci } from '../../sample/vinci.js';
import type { Role } from '../../src/access/viewer.js';
import { ArtifactClient } from './artifact-client.js';
import {
  ApproveDeploymentDocument,
  DeployDocument,
  type DeployInput,
  type DeploymentStatus,
  FindIncidentsDocument,
  type IncidentState,
  PromoteDocument,
  type PromoteInput,
  RecordEvaluationDocument,
  RecordTrainedModelDocument,
  type RecordTrainedModelInput,
  RegisterModelDocument,
  type RegisterModelInput,
  ReportDeploymentStatusDocument,
  RollBackDocument,
  ServedAtDocument,
  UpdateIncidentDocument,
  type UpdateIncidentInput,
} from './generated/operations.js';
import { HttpClient } from './http-client.js';
import { freshNeo4j } from './neo4j.js';
import { definition, labelsOf, modelId, trained } from './offer-uptake.js';
import { startTestApp, type TestApp } from './test-app.js';
import { tokenFor } from './token.js';

export const URL = 'https://offers.halden.example/score';
export const PRODUCTION = id('deployment', 'production', 'offers');
export const STAGING = id('deployment', 'staging', 'offers');
export const PREDICTED = id('prediction-set', 'halden', 'offers-2026-02');

/** Who takes part in the life of the model `offer-uptake`, each with a token of their own; all of it over HTTP, next to the sample. */
export class OfferTeam {
  private constructor(
    private readonly app: TestApp,
    /** Builds the model. */
    readonly amir: HttpClient,
    /** Approves what goes to customers. */
    readonly ruth: HttpClient,
    /** The scoring service itself. */
    readonly endpoint: HttpClient,
    /** Amir's, for artifacts. */
    readonly files: ArtifactClient,
    /** What the jobs around the model run on; it reports of them in OpenLineage. */
    readonly spark: Vinci,
  ) {}

  /** The whole sample is told. */
  static async meet(): Promise<OfferTeam> {
    const app = await startTestApp(await freshNeo4j());
    await load(new Vinci(app.url, app.token));
    const admin = new HttpClient(app.url, app.token, 1);
    const signIn = async (name: string, role: Role) => new HttpClient(app.url, await tokenFor(admin, name, role), 4);
    const spark = new Vinci(app.url, await tokenFor(admin, 'spark', 'CONNECTOR'));
    const amir = await signIn('amir.haddad', 'EDITOR');
    const ruth = await signIn('ruth.kelly', 'STEWARD');
    const endpoint = await signIn('offers', 'CONNECTOR');
    const files = new ArtifactClient(app.url, await tokenFor(admin, 'amir.haddad', 'EDITOR'));
    admin.close();
    return new OfferTeam(app, amir, ruth, endpoint, files, spark);
  }

  async part(): Promise<void> {
    for (const client of [this.amir, this.ruth, this.endpoint]) client.close();
    await this.app.stop();
  }

  async register(change: Partial<RegisterModelInput> = {}) {
    return (await this.amir.query(RegisterModelDocument, { input: { ...definition, ...change } })).registerModel;
  }

  async train(input: RecordTrainedModelInput) {
    return (await this.amir.query(RecordTrainedModelDocument, { input })).recordTrainedModel;
  }

  /** On the labels that were built on that day. */
  async evaluate(number: number, day: string, auc: number, run?: string) {
    const what = { trainedModel: trained(number), at: `${day}T06:40:00Z`, dataset: labelsOf(day), run };
    const input = { ...what, metrics: [{ criterion: 'auc', value: auc }] };
    return (await this.amir.query(RecordEvaluationDocument, { input })).recordEvaluation;
  }

  /** Into production, where nothing else is said. */
  async deploy(input: Partial<DeployInput> & Pick<DeployInput, 'serving'>) {
    return (await this.amir.query(DeployDocument, { input: { environment: 'production', name: 'offers', url: URL, ...input } })).deploy;
  }

  async approve(number: number, by = this.ruth) {
    const input = { what: trained(number), environment: 'production', name: 'offers', note: 'Seen with the call center' };
    return (await by.query(ApproveDeploymentDocument, { input })).approveDeployment;
  }

  /** From staging to production. */
  async promote(input: Partial<PromoteInput> = {}) {
    return (await this.amir.query(PromoteDocument, { input: { deployment: STAGING, environment: 'production', url: URL, ...input } }))
      .promote;
  }

  async rollBack(reason: string, at: string) {
    return (await this.amir.query(RollBackDocument, { input: { deployment: PRODUCTION, reason, at } })).rollBack;
  }

  async report(status: DeploymentStatus, message?: string) {
    const input = { deployment: PRODUCTION, status, message };
    return (await this.endpoint.query(ReportDeploymentStatusDocument, { input })).reportDeploymentStatus;
  }

  async update(input: UpdateIncidentInput) {
    return (await this.amir.query(UpdateIncidentDocument, { input })).updateIncident;
  }

  async incidents(...states: IncidentState[]) {
    return (await this.amir.query(FindIncidentsDocument, { filter: { model: modelId, states } })).incidents.nodes;
  }

  /** `UPDATED person:amir.haddad`, oldest first. */
  async changesOf(entity: string): Promise<string[]> {
    const query = 'query ($ids: [ID!]) { changes(ids: $ids) { nodes { by change } } }';
    const { changes } = await this.amir.query<{ changes: { nodes: { by: string; change: string }[] } }>(query, { ids: [entity] });
    return changes.nodes.map(({ by, change }) => `${change} ${by}`);
  }

  /** What production served at noon. */
  async servedOn(day: string): Promise<string[]> {
    const { deployments } = await this.amir.query(ServedAtDocument, { environment: 'production', at: `${day}T12:00:00Z` });
    return deployments.nodes.flatMap(({ servedAt }) => servedAt?.serving.map(({ what }) => what.id) ?? []);
  }
}
