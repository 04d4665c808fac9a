import type { RegisterArtifactInput } from '../generated/inputs.js';
import { id } from '../id.js';

const HASH = '1cf995ce1b6014ed9f470b8033dd4dad7ac11e1d7b7dacdccf12c010b2a635c2';

/** What the windows are built into. It lies where the company keeps its jars; Vinci knows of it. */
export const windowsJar: RegisterArtifactInput = {
  hash: HASH,
  location: 's3://halden-builds/network/network-windows-12.jar',
  kind: 'JAR',
  mediaType: 'application/java-archive',
  size: 2_411_724,
  description: 'Windows over what probes and alarms say, for Spark 3.5 and Scala 2.12',
};

export const windowsJarId = id('artifact', HASH);
