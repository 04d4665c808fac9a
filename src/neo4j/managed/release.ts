/** What is run: the version in pom.xml, and what resolving it takes. */
export const NEO4J_VERSION = '5.26.30';
export const NEO4J_JARS = 213;
export const NEO4J_MEGABYTES = 125;

/** Neo4j 5.26 supports Java 17 and 21; newer ones work too, with warnings. */
export const OLDEST_JAVA = 17;
export const SUPPORTED_JAVAS: readonly number[] = [17, 21];
