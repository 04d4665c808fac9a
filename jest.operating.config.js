import { project, settings } from './jest.config.js';

/** What operators do: servers are started, killed and restarted again and again. */
export default { ...settings, projects: [{ ...project, displayName: 'operating', testMatch: ['<rootDir>/test/operating/**/*.test.ts'] }] };
