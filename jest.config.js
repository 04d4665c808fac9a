import { swcOptions } from './scripts/swc-options.mjs';

export const project = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swcOptions, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/'],
};

export const settings = {
  maxWorkers: 2,
  // The first story of a worker waits until a Neo4j has started and has planned every statement: a minute, some minutes on a busy machine.
  testTimeout: 300_000,
};

/** Unit tests need no database and stand beside what they test; stories go through the API on a real Neo4j. */
export default {
  ...settings,
  projects: [
    {
      ...project,
      displayName: 'unit',
      testMatch: ['<rootDir>/{src,scripts,bin}/**/*.test.ts', '<rootDir>/test/{bench,faults}/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.database\\.test\\.ts$'],
    },
    { ...project, displayName: 'stories', testMatch: ['<rootDir>/test/stories/**/*.test.ts', '<rootDir>/src/**/*.database.test.ts'] },
  ],
};
