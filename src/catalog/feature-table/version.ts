export { projectVersion as project, versionShape as shape } from '../entity/version.js';
