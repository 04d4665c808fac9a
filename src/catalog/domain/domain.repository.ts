import { listOfHierarchy } from '../hierarchy/list.repository.js';

export const listDomains = listOfHierarchy('domain:');
