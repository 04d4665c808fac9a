import { project, settings } from './jest.config.js';

/** What takes minutes: servers that are started, killed and restarted again and again; every question of the schema, asked by everybody. */
export default {
  ...settings,
  projects: ['operating', 'matrix'].map((name) => ({ ...project, displayName: name, testMatch: [`<rootDir>/test/${name}/**/*.test.ts`] })),
};
