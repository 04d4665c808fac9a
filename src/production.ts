/** graphql-js checks at each step whether two copies of it are loaded, unless it is told so before it is: imported first by main.ts. */
process.env.NODE_ENV ??= 'production';
