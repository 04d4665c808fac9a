import type { FieldClaim } from '../catalog/attributes.js';
import { splitColumnId } from '../catalog/id.js';
import { VinciError } from '../errors.js';
import { keyReused, requiredIsGone } from './command.js';
import { canonicalText, hashOf } from './content.js';
import type { Claim, Command, Fact, Json, Method, Outcome, Port, Principal, Statement } from './fact.js';
import { getOrMake } from './get-or-make.js';
import { connectorId, isPerson, type PortAttribute, readAttribute, sourceOf, versionId, WRITTEN, writeAttribute } from './needs.js';
import { isRemoved, REMOVED, type Registers, say } from './registers.js';
import {
  columnsOf,
  featuresOf,
  type PrintedSet,
  printSet,
  type ScopeHashes,
  type ScopeName,
  type ScopeSet,
  scopesOf,
  unite,
} from './scopes.js';
import { earlier, later, type Stamp, timeOfStamp } from './stamp.js';
import type { EntityState } from './state.js';
import { assertionKey, timelineKey } from './subject.js';
import type { Declared, WorkingSet } from './working-set.js';

/** A fact on its way in: `hash` names it among all facts, `raw` is its text for the log. */
export interface IncomingFact {
  readonly fact: Fact;
  readonly hash: string;
  readonly raw: string;
  readonly stamp: Stamp;
  readonly sentBy: Principal;
}

export interface NewDeclaration {
  readonly hash: string;
  readonly subject: string;
  readonly producer: string;
  readonly method: Method;
  readonly at: Stamp;
  /** Absent when the fact said nothing about lineage. */
  readonly sets?: ScopeHashes;
  /** Of a command: hash of what was asked for, and the id of what it made or changed. */
  readonly input?: string;
  readonly answer?: string;
}

/** Of a fact that was not refused. `answer`: see Receipt. */
export interface Taken {
  readonly outcome: Outcome;
  readonly answer?: string;
}

const APPLIED: Taken = { outcome: 'APPLIED' };
const UNCHANGED: Taken = { outcome: 'UNCHANGED' };

/** Short enough to keep a thousand on a run, long enough (72 bits) not to mistake one fact of a run for another. */
const SHORT_HASH = 12;
const FACTS_KEPT = 1000;

/**
 * Folds the facts of one group, one after the other, into a working set. Which entities were touched, and by whom, is
 * noted; what follows for nodes and edges is worked out once for the group (see outcome.ts).
 */
export class GroupFold {
  /** Entity id to the producer who last said something about it. */
  readonly touched = new Map<string, string>();
  /** By dataset: columns of which something was said themselves. */
  readonly touchedColumns = new Map<string, Map<string, string>>();
  readonly declarations: NewDeclaration[] = [];
  /** Versions that were named, with their dataset. */
  readonly explicitVersions = new Map<string, string>();

  /** Schemas that the fact being folded gives, by dataset. */
  private schemas = new Map<string, string | null>();

  constructor(private readonly set: WorkingSet) {}

  /** Throws CONFLICT, KEY_REUSED and NOT_FOUND, before anything was folded. */
  apply({ fact, hash, stamp }: IncomingFact, named: readonly string[]): Taken {
    const { statement, also, producer, command } = fact;
    if (statement?.run) {
      const memory = this.set.entity(statement.run).run!;
      const short = hash.slice(0, SHORT_HASH);
      if (memory.facts.includes(short)) return UNCHANGED;
      memory.facts.push(short);
      if (memory.facts.length > FACTS_KEPT) memory.facts.shift();
    } else {
      const known = this.set.declared.get(hash);
      if (known) return command ? repeated(command, known) : UNCHANGED;
      if (command) this.judge(command);
      this.set.declared.set(hash, command ? { input: command.input, answer: command.subject } : {});
    }
    this.schemas = new Map();
    if (!isPerson(producer)) this.mention(connectorId(producer), fact, stamp);
    for (const claim of fact.claims) this.claim(claim, fact, stamp);
    for (const id of named) this.mention(id, fact, stamp);
    if (statement?.run) this.runStatement(statement, statement.run, fact, stamp);
    else {
      const asked = command ? { input: command.input, answer: command.subject } : {};
      this.declarations.push({ ...this.declaration(fact, statement, hash, stamp), ...asked });
    }
    for (const [at, other] of (also ?? []).entries())
      this.declarations.push(this.declaration(fact, other, hashOf(`${hash} also ${at}`), stamp));
    return APPLIED;
  }

  private judge({ subject, makes, expectedPosition, unmoved = {}, requires = [], unreferenced }: Command): void {
    // Of the entities' states only their registers have taken in what earlier facts of the group said.
    for (const id of requires) {
      const required = this.set.find(id);
      if (!required || isRemoved(required.registers, required.seenAt)) throw requiredIsGone(id);
    }
    if (makes && this.set.find(subject)?.registers.size) throw new VinciError('CONFLICT', `"${subject}" is there already.`);
    if (expectedPosition !== undefined) this.judgePosition(subject, expectedPosition);
    for (const [id, position] of Object.entries(unmoved)) this.judgePosition(id, position);
    // An earlier fact of the group that names it may be what refers to it.
    if (unreferenced && (this.touched.has(subject) || this.set.referenced.has(subject)))
      throw new VinciError('CONFLICT', `Something came to refer to "${subject}" at this moment. Look at it again.`);
  }

  private judgePosition(id: string, expected: number): void {
    const position = this.set.find(id)?.position ?? 0;
    // What an earlier fact of the group did to it has no position yet.
    if (this.touched.has(id) || position !== expected)
      throw new VinciError(
        'CONFLICT',
        `"${id}" is at position ${position}, not at ${expected}: it was changed meanwhile. Look at it again.`,
      );
  }

  private mention(id: string, fact: Fact, stamp: Stamp): EntityState {
    const entity = this.set.entity(id);
    if (stamp > entity.seenAt) entity.seenAt = stamp;
    this.touched.set(id, fact.producer);
    if (entity.kind === 'DATASET' && entity.relations.size === 0) this.touched.set(sourceOf(id), fact.producer);
    return entity;
  }

  private claim(claim: Claim, fact: Fact, stamp: Stamp): void {
    if (claim.id.includes('#')) this.columnClaim(claim, fact, stamp);
    else this.entityClaim(claim, fact, stamp);
  }

  private entityClaim(claim: Claim, fact: Fact, stamp: Stamp): void {
    if (claim.removed) {
      const entity = this.set.entity(claim.id);
      this.touched.set(claim.id, fact.producer);
      say(entity.registers, fact.producer, REMOVED, { ban: claim.removed.ban }, stamp);
    }
    // Something that was removed and described by the same fact stays removed: the removal's stamp is as new.
    if (claim.removed && !claim.attributes) return;
    const entity = this.mention(claim.id, fact, stamp);
    for (const [name, value] of Object.entries(claim.attributes ?? {}))
      if (name === 'schema' && entity.kind === 'DATASET') this.schemas.set(entity.id, this.schema(entity, fact.producer, value, stamp));
      else say(entity.registers, fact.producer, name, value, stamp);
    if (entity.kind === 'DATASET' && typeof claim.attributes?.version === 'string')
      this.explicitVersion(entity, claim.attributes.version, fact, stamp);
  }

  /** A version that a producer named, apart from any run that wrote it. */
  private explicitVersion(dataset: EntityState, version: string, fact: Fact, stamp: Stamp): void {
    const schema = this.schemas.get(dataset.id);
    say(
      this.namedVersion(dataset.id, version, fact, stamp).registers,
      fact.producer,
      WRITTEN,
      { at: timeOfStamp(stamp), ...(schema ? { schema } : {}) },
      stamp,
    );
  }

  /** What was read was written some time, even if nobody told. */
  private namedVersion(dataset: string, version: string, fact: Fact, stamp: Stamp): EntityState {
    const id = versionId(dataset, version);
    this.explicitVersions.set(id, dataset);
    return this.mention(id, fact, stamp);
  }

  private columnClaim(claim: Claim, fact: Fact, stamp: Stamp): void {
    const { dataset, path } = splitColumnId(claim.id);
    const column = this.set.column(this.mention(dataset, fact, stamp), path);
    column.own ??= { registers: new Map() as Registers, seenAt: '', relations: new Map() };
    getOrMake(this.touchedColumns, dataset, () => new Map<string, string>()).set(path, fact.producer);
    if (claim.removed) say(column.own.registers, fact.producer, REMOVED, { ban: claim.removed.ban }, stamp);
    if (claim.removed && !claim.attributes) return;
    if (stamp > column.own.seenAt) column.own.seenAt = stamp;
    for (const [name, value] of Object.entries(claim.attributes ?? {})) say(column.own.registers, fact.producer, name, value, stamp);
  }

  /** Kept as the hash of its document. Every field that any schema ever had is a column, whichever schema counts now. */
  private schema(dataset: EntityState, producer: string, value: Json, stamp: Stamp): string | null {
    if (value === null) {
      this.set.columnsMoved.add(dataset.id);
      say(dataset.registers, producer, 'schema', null, stamp);
      return null;
    }
    const body = canonicalText(value);
    const hash = hashOf(body);
    if (dataset.schema !== hash) {
      this.set.addContent(hash, body);
      this.set.columnsMoved.add(dataset.id);
      for (const field of value as unknown as readonly FieldClaim[]) this.set.column(dataset, field.path).inSomeSchema = true;
    }
    say(dataset.registers, producer, 'schema', hash, stamp);
    return hash;
  }

  private runStatement(statement: Statement, runId: string, fact: Fact, stamp: Stamp): void {
    const run = this.mention(runId, fact, stamp);
    this.mention(statement.subject, fact, stamp);
    say(run.registers, fact.producer, 'job', statement.subject, stamp);
    const memory = run.run!;
    memory.firstAt = memory.firstAt === '' ? stamp : earlier(memory.firstAt, stamp);
    memory.latestAt = later(memory.latestAt, stamp);
    for (const port of statement.inputs) {
      this.port(run, readAttribute(port.dataset), port, fact, stamp);
      if (port.version !== undefined) this.namedVersion(port.dataset, port.version, fact, stamp);
    }
    for (const port of statement.outputs) this.port(run, writeAttribute(port.dataset), port, fact, stamp);
    memory.sets[fact.producer] ??= {};
    const sets = memory.sets[fact.producer]!;
    for (const [scope, said] of scopesOf(statement)) {
      const known = sets[scope];
      const printed = printSet(said);
      if (known === undefined) sets[scope] = this.keepSet(scope, said, printed, statement, fact);
      else if (known !== printed.hash) {
        const both = unite(this.set.readSet(known), said);
        sets[scope] = this.keepSet(scope, both, printSet(both), statement, fact);
      }
    }
  }

  private declaration(fact: Fact, statement: Statement | undefined, hash: string, stamp: Stamp): NewDeclaration {
    const { producer } = fact;
    if (!statement) return { hash, subject: '', producer, method: 'DECLARED', at: stamp };
    this.mention(statement.subject, fact, stamp);
    for (const port of [...statement.inputs, ...statement.outputs]) this.mention(port.dataset, fact, stamp);
    const sets: ScopeHashes = {};
    for (const [scope, set] of scopesOf(statement)) sets[scope] = this.keepSet(scope, set, printSet(set), statement, fact);
    return { hash, subject: statement.subject, producer, method: statement.method, at: stamp, sets };
  }

  private port(run: EntityState, attribute: string, port: Port, fact: Fact, stamp: Stamp): void {
    const dataset = this.mention(port.dataset, fact, stamp);
    const value: PortAttribute = {};
    if (port.version !== undefined) value.version = port.version;
    if (port.facets && Object.keys(port.facets).length > 0) value.facets = port.facets;
    const schema = attribute.startsWith('out:') ? this.schemas.get(dataset.id) : undefined;
    if (schema) value.schema = schema;
    if (Object.keys(value).length > 0) say(run.registers, fact.producer, attribute, value as Json, stamp);
  }

  /** Keeps a set for the graph and makes the columns it names, unless the subject's assertions show that it is there. */
  private keepSet(
    scope: ScopeName,
    set: ScopeSet,
    { hash, body }: PrintedSet,
    { run, subject, method: said }: Statement,
    fact: Fact,
  ): string {
    const method = run ? 'OBSERVED' : said;
    if (this.set.subject(subject).numbers.has(assertionKey(timelineKey(fact.producer, method), scope, hash))) return hash;
    this.set.addContent(hash, body);
    const datasets = new Map<string, EntityState>();
    for (const { dataset, path } of columnsOf(scope, set))
      this.set.column(
        getOrMake(datasets, dataset, () => this.mention(dataset, fact, '')),
        path,
      );
    for (const feature of featuresOf(scope, set)) this.mention(feature, fact, '');
    return hash;
  }
}

function repeated(command: Command, known: Declared): Taken {
  if (known.input === command.input) return { outcome: 'UNCHANGED', answer: known.answer ?? command.subject };
  throw keyReused(command.key ?? '');
}
