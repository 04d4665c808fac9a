import type { FastifyPluginAsync } from 'fastify';
import type { Log } from '../log.js';
import type { Database } from '../neo4j/database.js';
import type { Credential } from './credential.js';
import type { RightsOf } from './issuer/identity.js';
import { Issuer } from './issuer/issuer.js';
import { issuerTokenCredential } from './issuer/issuer-token.credential.js';
import { Login } from './issuer/login.js';
import type { PeopleSettings } from './people-settings.js';
import { pageTokenCredential } from './session/page-token.credential.js';
import { sessionRoutes } from './session/routes.js';
import { SessionRepository } from './session/session.repository.js';
import { Sessions } from './session/sessions.js';
import type { SlowLane } from './slow-lane.js';

export interface PeopleOptions {
  readonly rightsOf: RightsOf;
  readonly database: Database;
  readonly log: Log;
  readonly slowLane: SlowLane;
  /** Called after a session has ended. */
  forget(sessionId: string): void;
  /** The origin under which browsers reach this server, once it listens. */
  publicUrl(): string;
}

/** How people of an issuer are known: by its tokens; and, where Vinci is its client, by sessions of browsers. */
export interface People {
  readonly credentials: readonly Credential[];
  readonly routes: readonly FastifyPluginAsync[];
}

export function openPeople(settings: PeopleSettings, { rightsOf, database, log, ...options }: PeopleOptions): People {
  const { audience, claims, client } = settings;
  const issuer = new Issuer({ url: settings.issuer, log });
  const byIssuer = issuerTokenCredential({ issuer, audience, claims, rightsOf });
  if (!client) return { credentials: [byIssuer], routes: [] };
  const repository = new SessionRepository(database);
  const login = new Login({ issuer, client, claims, log });
  const sessions = new Sessions({ repository, login, forget: options.forget });
  return {
    credentials: [pageTokenCredential(repository, rightsOf), byIssuer],
    routes: [sessionRoutes({ ...options, login, sessions, rightsOf })],
  };
}
