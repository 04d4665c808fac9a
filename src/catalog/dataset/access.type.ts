import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { AccessInstructions as Instructions, AccessSnippet as Snippet } from './access.js';
import { type SnippetLanguage as Language, SNIPPET_LANGUAGES } from './access-reading.js';

export const SnippetLanguage = Object.fromEntries(SNIPPET_LANGUAGES.map((language) => [language, language])) as {
  readonly [L in Language]: L;
};
registerEnumType(SnippetLanguage, { name: 'SnippetLanguage' });

@ObjectType({ simpleResolvers: true, description: 'Code that reads a dataset; it takes passwords from the environment.' })
export class AccessSnippet implements Snippet {
  @Field(() => SnippetLanguage) language!: Language;
  @Field(() => String, { description: 'What runs it: pandas, pyspark, spark, duckdb, psql, ...' }) tool!: string;
  @Field(() => String) code!: string;
}

@ObjectType({ simpleResolvers: true, description: 'How a dataset is read. There is never a password in it.' })
export class AccessInstructions implements Instructions {
  @Field(() => String, { nullable: true }) uri!: string | null;
  @Field(() => String, { nullable: true, description: 'For people.' }) instructions!: string | null;
  @Field(() => [AccessSnippet]) snippets!: readonly AccessSnippet[];
  @Field(() => String, { nullable: true, description: 'Why there is no code, where there is none.' }) reason!: string | null;
}
